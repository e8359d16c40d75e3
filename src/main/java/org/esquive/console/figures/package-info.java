/// What happened, in charts and as files: by hour, day and month, by line or all together, with the countries
/// of senders and what it cost. Charts are drawn by the server and work without script; every chart has its
/// table. Files hold no number and no text, ever: a sender is a fingerprint.
///
/// Start with [org.esquive.console.figures.FiguresPage]; [org.esquive.console.figures.Csv] is what makes a file
/// safe to open.
@NullMarked
package org.esquive.console.figures;

import org.jspecify.annotations.NullMarked;
