package org.esquive.settings.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.esquive.settings.Countries;
import org.esquive.settings.CountryProfile;
import org.esquive.settings.Problem;

/// The country profiles that come with the program: one file a country in the folder `countries` of the
/// resources. They are read once, by whoever asks first.
public final class ShippedCountries {
    /// The countries that have a profile.
    static final List<String> CODES = List.of("AT", "BE", "CH", "DE", "ES", "FR", "GB", "IE", "IT", "NL", "PT", "US");

    private ShippedCountries() {}

    /// Every profile.
    ///
    /// @throws IllegalStateException if the program was packaged with a profile missing or broken; the message
    /// names the file and each field
    public static Countries load() {
        return Loaded.COUNTRIES;
    }

    private static final class Loaded {
        static final Countries COUNTRIES =
                new Countries(CODES.stream().map(ShippedCountries::profile).toList());
    }

    private static CountryProfile profile(String code) {
        String file = "countries/" + code + ".yaml";
        CountryProfile profile = read(file, resource(file));
        if (!profile.country().code().equals(code)) {
            throw new IllegalStateException(file + ": country: found " + profile.country() + ", expected " + code);
        }
        return profile;
    }

    /// The profile of a document.
    ///
    /// @param file what to call the document in an error
    static CountryProfile read(String file, String yaml) {
        Problems problems = new Problems();
        CountryProfile profile = CountryReader.read(yaml, problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(problems.list().stream()
                    .map(Problem::sentence)
                    .collect(Collectors.joining("\n  ", file + ":\n  ", "")));
        }
        return profile;
    }

    private static String resource(String file) {
        try (InputStream in = ShippedCountries.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file + " of the program itself", broken);
        }
    }
}
