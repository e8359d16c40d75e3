package org.esquive.console.door;

/// Who looks at a page, for the page: a watcher is shown no button that would be refused.
///
/// Every page of keepers has it as `me`; a template asks `${me.keeper}`.
///
/// @param name what they sign in with; empty if they are not signed in
/// @param keeper whether they may change things
public record Me(String name, boolean keeper) {
    static final Me NOBODY = new Me("", false);
}
