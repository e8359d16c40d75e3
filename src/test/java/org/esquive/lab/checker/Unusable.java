package org.esquive.lab.checker;

/// A history that proves nothing: it has a gap, is torn, or contradicts itself. Never a verdict in favour.
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String what) {
        super(what);
    }
}
