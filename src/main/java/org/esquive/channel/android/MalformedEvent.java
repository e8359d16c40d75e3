package org.esquive.channel.android;

/// A webhook that is signed well and makes no sense. The message names the field, never its content.
final class MalformedEvent extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedEvent(String what) {
        super(what);
    }
}
