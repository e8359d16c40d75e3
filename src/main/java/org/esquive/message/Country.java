package org.esquive.message;

import java.util.regex.Pattern;

/// A country or territory by its ISO 3166-1 alpha-2 code in capitals, such as `FR`.
///
/// @param code two capital letters
public record Country(String code) {
    private static final Pattern ALPHA_2 = Pattern.compile("[A-Z]{2}");

    /// @throws IllegalArgumentException if the code is not two capital letters
    public Country {
        if (!ALPHA_2.matcher(code).matches()) {
            throw new IllegalArgumentException("expected a two-letter country code such as FR");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
