/// The interface for programs: `/api/v1` on the keepers' listener.
///
/// A program shows a token ([BearerToken], [TokenFilter]), each handler says what the token must allow
/// ([Needs], [ScopeCheck]), and whatever goes wrong is said in one form ([Fault], [Refusals]). What is told is
/// in the records named `…View`: senders as fingerprints, no number but those of the lines, no text. The
/// contract is the document `api/openapi.json`, which a test compares with the handlers; `docs/api.md` is for
/// people.
@NullMarked
package org.esquive.api;

import org.jspecify.annotations.NullMarked;
