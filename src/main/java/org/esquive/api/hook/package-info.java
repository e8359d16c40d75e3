/// What programs of keepers are told without asking: signed calls with what happened since the last one.
///
/// [Hooks] turns once a second; each program has a [Courier], which gathers what is new ([Gathering]), calls,
/// and writes down what came of it. It reads the ledger as a page does and can never slow the way of a text.
/// Everything is told at least once; how far stands in the ledger. Who cannot keep up is told how much was left
/// out. `docs/api.md` is for people.
@NullMarked
package org.esquive.api.hook;

import org.jspecify.annotations.NullMarked;
