/// Esquive and Kannel side by side, answering the same texts from the same simulated carrier in the same run. Start
/// with
/// [org.esquive.lab.bench.SmppBench].
@NullMarked
package org.esquive.lab.bench;

import org.jspecify.annotations.NullMarked;
