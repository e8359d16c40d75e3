package org.esquive.wiring;

/// The program cannot start, and a keeper can change that. The message is the sentence they read.
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotStart(String whatToDo) {
        super(whatToDo);
    }

    CannotStart(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
