package org.esquive.ledger;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.esquive.message.Country;
import org.esquive.policy.Reason;

/// A number that the pages add up: something counted in one hour of one line.
///
/// Everything is counted in the hour of the text it follows from, so that of each hour the replies decided are
/// the sum of those that came to stand somewhere and those still pending, whatever time of day a receipt arrives.
///
/// @param hour its beginning
/// @param name what is counted: one of the names below
public record Tally(Instant hour, String name) {
    /// Texts counted.
    public static final String TEXTS = "text";

    /// Texts that came while the line, or the range of their numbers, was in flood.
    public static final String RAID = "raid";

    /// What the replies cost, in millionths of the currency.
    public static final String MONEY = "money";

    /// Senders who were new, or forgotten before.
    public static final String SENDERS = "sender";

    /// Replies decided.
    public static final String REPLIES = "reply";

    /// Segments of those replies.
    public static final String SEGMENTS = "segments";

    /// Long texts that gave way to newer ones before they were whole, so that the rest counts once more.
    public static final String LONG_TEXTS_DROPPED = "long_text.dropped";

    /// What the names of countries begin with.
    public static final String COUNTRY = "country.";

    /// The country of senders who have none, or not one that stands out: landlines, short codes, names, and in
    /// an hour with senders of very many countries, all but the most frequent.
    public static final Country OTHER_COUNTRY = new Country("ZZ");

    /// How many countries are told apart once their hour is over.
    public static final int MOST_COUNTRIES = 20;

    private static final Map<Country, String> COUNTRIES = new ConcurrentHashMap<>();
    private static final Map<Reason, String> SILENCES = names(Reason.class, Tally::silence);
    private static final Map<ReplyState, String> STATES = names(ReplyState.class, Tally::state);

    /// The name under which texts not answered for a reason are counted, such as `silence.PENDING`.
    public static String of(Reason reason) {
        return SILENCES.getOrDefault(reason, silence(reason));
    }

    /// The name under which texts of senders of a country are counted, such as `country.FR`.
    public static String of(Country country) {
        String known = COUNTRIES.get(country);
        return known == null ? COUNTRIES.computeIfAbsent(country, it -> COUNTRY + it) : known;
    }

    /// The name under which replies that came to stand somewhere are counted, such as `state.SENT`.
    public static String of(ReplyState state) {
        return STATES.getOrDefault(state, state(state));
    }

    private static String silence(Reason reason) {
        return "silence." + reason;
    }

    private static String state(ReplyState state) {
        return "state." + state;
    }

    private static <E extends Enum<E>> Map<E, String> names(Class<E> type, Function<E, String> name) {
        Map<E, String> names = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            names.put(value, name.apply(value));
        }
        return names;
    }
}
