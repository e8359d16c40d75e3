/// The text studio: where keepers write what their lines answer, see what it costs while they type, and see it as the
/// phone of a sender will show it. It promises that nothing typed is lost when somebody else was quicker, and that
/// every change is a new version that can be taken back.
///
/// [org.esquive.console.studio.Studio] is the page; `TextDesk` narrows the settings to the texts of one language;
/// `Meter` measures a text. Start there.
@NullMarked
package org.esquive.console.studio;

import org.jspecify.annotations.NullMarked;
