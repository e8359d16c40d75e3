/// The heart: what becomes of a text. Pure functions over values, with time, chance and rules as arguments; no
/// clock, no I/O, no framework. Every text gets exactly one [org.esquive.policy.Decision], and every silence
/// names its [org.esquive.policy.Reason]. Start with [org.esquive.policy.Policy].
@NullMarked
package org.esquive.policy;

import org.jspecify.annotations.NullMarked;
