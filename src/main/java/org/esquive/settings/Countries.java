package org.esquive.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.esquive.message.Country;
import org.esquive.message.PhoneNumber;

/// The profiles there are. A country without one lives by the rules that hold everywhere.
public final class Countries {
    /// No profile at all.
    public static final Countries NONE = new Countries(List.of());

    private final Map<Country, CountryProfile> profiles;
    private final Set<PhoneNumber> neverAnswered;

    /// @throws IllegalStateException if two profiles are of the same country
    public Countries(Collection<CountryProfile> profiles) {
        this.profiles =
                profiles.stream().collect(Collectors.toUnmodifiableMap(CountryProfile::country, Function.identity()));
        this.neverAnswered = profiles.stream()
                .flatMap(profile -> profile.neverAnswered().stream())
                .flatMap(entry -> entry.numbers().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The profile of a country, if there is one.
    public Optional<CountryProfile> of(Country country) {
        return Optional.ofNullable(profiles.get(country));
    }

    /// Every profile, by the code of its country.
    public List<CountryProfile> all() {
        return profiles.values().stream()
                .sorted(Comparator.comparing(profile -> profile.country().code()))
                .toList();
    }

    /// Whether a full number is that of an emergency service or help line of any of the countries: a forged one
    /// may text a line abroad.
    public boolean isNeverAnswered(PhoneNumber number) {
        return neverAnswered.contains(number);
    }
}
