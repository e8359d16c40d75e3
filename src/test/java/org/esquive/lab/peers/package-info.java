/// Other people's SMPP, to compare ours with: what the simulator and the product agree on, these must agree with
/// too. Kannel runs as its own processes where it is installed, see [org.esquive.lab.peers.KannelPeer].
@NullMarked
package org.esquive.lab.peers;

import org.jspecify.annotations.NullMarked;
