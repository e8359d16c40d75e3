/// Esquive and Kannel side by side, answering the same texts from the same simulated carrier in the same run: start
/// with
/// [org.esquive.lab.bench.SmppBench]. And the steps of the way of a text one by one, under JMH: the codec, the
/// policy, the ledger.
@NullMarked
package org.esquive.lab.bench;

import org.jspecify.annotations.NullMarked;
