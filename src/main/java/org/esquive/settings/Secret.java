package org.esquive.settings;

/// A password, token or key. It does not print itself; only the code that hands it to its peer calls [#reveal()].
public final class Secret {
    private final String value;

    /// @param value the secret in clear
    public Secret(String value) {
        this.value = value;
    }

    /// The secret in clear.
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
