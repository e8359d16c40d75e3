/// Esquive answers texts at a phone line, five per sender at most. Start reading at [Esquive].
@NullMarked
package org.esquive;

import org.jspecify.annotations.NullMarked;
