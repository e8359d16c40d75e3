/// The ledger of several nodes: PostgreSQL 15 or newer, one database for identical processes. A commit takes the rows
/// of its lines first, so a line is counted by one commit at a time, whichever node makes it; whoever moves a reply
/// holds its row; whatever is not known after a lost connection is looked up by its keys. The schema is in
/// `db/postgres`, its drawing one package up.
///
/// ```
/// node         (number)  a run of the program, and when it was there last; the rows of a reply on its way name it
/// lease        (name)    what one node does for all, until a moment
/// installation (name)    what must be the same on every node
/// ```
///
/// Start with [org.esquive.ledger.postgres.PostgresLedger]; [org.esquive.ledger.postgres.Committing] is a commit, and
/// [org.esquive.ledger.postgres.PostgresDatabase] what a transaction survives.
@NullMarked
package org.esquive.ledger.postgres;

import org.jspecify.annotations.NullMarked;
