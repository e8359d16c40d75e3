package org.esquive;

/// Starts the program, and nothing else.
public final class Esquive {
    private Esquive() {}

    public static void main(String... args) {
        System.out.println("esquive 0.1.0");
    }
}
