/// A PostgreSQL of our own on loopback, for the tests and the lab: made in a temporary folder, gone afterwards.
///
/// Start with [org.esquive.lab.postgres.PostgresServer], which can also be stopped, killed and paused. Tests take a
/// [org.esquive.lab.postgres.FreshDatabase] of the one server they share. The program comes with the build
/// ([org.esquive.lab.postgres.Binaries]) and runs whoever we are ([org.esquive.lab.postgres.Installation]).
@NullMarked
package org.esquive.lab.postgres;

import org.jspecify.annotations.NullMarked;
