/// Moving up: a ledger of one machine is copied into a database of several nodes, compared with what came out, and
/// set aside. Either all of it is there afterwards, or no node may use the database.
///
/// Start with [org.esquive.ledger.move.Move].
@NullMarked
package org.esquive.ledger.move;

import org.jspecify.annotations.NullMarked;
