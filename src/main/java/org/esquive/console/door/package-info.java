/// The door of the keepers' side: who may come to it, who comes in, what they may do, and what they did.
///
/// A request passes [org.esquive.console.door.Networks] (may anybody knock from there?), then
/// [org.esquive.console.door.Visits] (whose session is it?), then the rules of roles. Signing in is
/// [org.esquive.console.door.SignIn]; whoever guesses is slowed by [org.esquive.console.door.Brake], which never keeps
/// out a browser that was let in before. What is done to people goes through [org.esquive.console.door.Staff], which
/// writes it down.
///
/// Nothing that was typed is lost when a session ends meanwhile: see [org.esquive.console.door.Typed].
@NullMarked
package org.esquive.console.door;

import org.jspecify.annotations.NullMarked;
