/// The record of texts, decisions and replies, and the only place that speaks SQL. A text, its decision, the
/// counters and the reply owed are written together or not at all; every promise about five, about twice and
/// about loss is kept here.
///
/// ```
/// line      (line_id)                    day, replies of that day
/// sender    (line_id, sender)            texts, replies, first, last, opted out, last reply
/// text      (line_id, id)                when, sender, n, decision, identity or content key
/// reply     (line_id, id of its text)    state, due, expires, sealed number, words; wiped when final
/// opt_out   (line_id, keyed fingerprint) survives forgetting
/// long_text (line_id, sender, header)    which segments of it came; a day
/// early_receipt (line_id, provider id)  came before the answer to the sending; ten minutes
/// tally     (line_id, hour, name)        what the pages add up; one a day after a hundred days
/// kept      (line_id, id, segment)       what was written, sealed, on lines whose keeper wants it kept
/// alert     (line_id, id)                what a keeper should see
/// settings  (version)                    author, time, document
/// audit     (place)                      who did what; only ever added to
/// person    (name)                       role, hash of the password, sealed secret of the app
/// session   (hash of its token)          whose browser, since when, last seen
/// token     (id)                         what a program may do; a hash
/// webhook   (id)                         how far a program was told
/// delivery  (place)                      what it was told of late, and what it said to that
/// reply_news (place)                     what became of replies; only while a program is told of it
/// ```
///
/// Start with [org.esquive.ledger.Ledger]; [org.esquive.ledger.Batch] is where a commit is worked out.
@NullMarked
package org.esquive.ledger;

import org.jspecify.annotations.NullMarked;
