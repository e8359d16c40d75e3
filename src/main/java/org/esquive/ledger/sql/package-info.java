/// What the databases of the ledger say in the same words: the keepers' office, the pages, what is forgotten, and the
/// rows of a commit that are few. Plain SQL that SQLite and PostgreSQL both speak; how texts and replies are written
/// and found quickly is the affair of each, in the folders beside this one.
///
/// Start with [org.esquive.ledger.sql.Database], which each of them is, and [org.esquive.ledger.sql.Sql].
@NullMarked
package org.esquive.ledger.sql;

import org.jspecify.annotations.NullMarked;
