package org.esquive.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads phone numbers by the numbering plans of the world. The only class that sees libphonenumber, whose data are the
/// plans of its release: a new release of it is how new ranges are learnt.
///
/// Addresses are hostile input: nothing here throws, whatever it is given, and none of it is repeated anywhere.
public final class Numbering {
    private Numbering() {}

    /// An address longer than this is no address. The longest that a network carries has 20 digits.
    private static final int LONGEST = 64;

    /// Digits without a plus and without a national reading are taken as international from this length on: shorter
    /// ones are short codes, even where some island's numbers look like them.
    private static final int SHORTEST_BARE = 8;

    /// Digits up to this length that are no mobile number are a short code, an emergency or a help number.
    private static final int LONGEST_CODE = 6;

    /// The most digits of an E.164 number.
    private static final int MOST_DIGITS = 15;

    /// What libphonenumber calls no region at all, and the region of satellites and international networks.
    private static final String NOWHERE = "ZZ";

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /// A number once separators are gone, perhaps with an extension, which a text cannot reach.
    private static final Pattern ADDRESS =
            Pattern.compile("(\\+?)([0-9]+)(?:;?(?:ext(?:ension)?=?|x|poste)[0-9]{1,7})?", Pattern.CASE_INSENSITIVE);

    /// Numbers that no subscriber has, for films and examples: ARCEP decision 2018-0881,
    /// [Ofcom](https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama), and the 555-01xx of
    /// [NANPA](https://www.nanpa.com), all as of November 2026.
    private static final Pattern FICTION = Pattern.compile(
            // France: 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98
            "\\+33(?:19900|26191|35301|46571|53649|63998)\\d{4}"
                    // North America: any area but toll-free and premium
                    + "|\\+1(?!8(?:00|33|44|55|66|77|88)|900)[2-9]\\d\\d55501\\d\\d"
                    // United Kingdom: mobile, no area, London, Belfast, Cardiff, Tyneside, free, premium, 03, other
                    // cities
                    + "|\\+44(?:7700900\\d{3}|1632960\\d{3}|2079460\\d{3}|2896496\\d{3}|2920180\\d{3}|1914980\\d{3}"
                    + "|8081570\\d{3}|9098790\\d{3}|3069990\\d{3}|1(?:1[3-8]|[2-6]1)4960\\d{3})");

    private static final Pattern FICTIONAL_MOBILE = Pattern.compile("\\+(?:336|447)");

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

    /// How a numbering plan reads a number.
    ///
    /// @param e164 a plus sign and digits; more than 15 of them if that is what was given
    /// @param valid whether the number is of a range in use
    /// @param type what the range is for
    public record Reading(String e164, boolean valid, NumberType type) {
        /// Without the number.
        @Override
        public String toString() {
            return "Reading[valid=%s, type=%s]".formatted(valid, type);
        }
    }

    /// Who an address stands for, as a channel received it: international with `+`, `00` or nothing in front, or as it
    /// is dialled in the line's country, with any separators. What is not surely a mobile number never becomes
    /// [Sender.Mobile].
    ///
    /// @param raw as received
    /// @param home the line's country
    public static Sender sender(String raw, Country home) {
        Optional<Address> address = Address.of(raw);
        if (address.isEmpty()) {
            boolean named = raw.length() <= LONGEST && raw.codePoints().anyMatch(Character::isLetter);
            return named ? new Sender.Named(raw.strip()) : new Sender.Withheld();
        }
        return address.get().sender(home);
    }

    /// The valid number that a person typed, for settings.
    ///
    /// @param raw as typed, internationally or as it is dialled in the country
    /// @param home the country
    public static Optional<PhoneNumber> number(String raw, Country home) {
        return Address.of(raw)
                .flatMap(address -> address.read(home))
                .filter(Numbering::isValid)
                .map(number -> new PhoneNumber(e164(number)));
    }

    /// How a text reads as a number, valid or not, in the generous way of libphonenumber, which finds a number in
    /// words.
    ///
    /// @param raw any text
    /// @param region where a number without a country code belongs
    public static Optional<Reading> read(String raw, Country region) {
        return parse(raw, region.code()).map(number -> new Reading(e164(number), isValid(number), type(number)));
    }

    /// Whether the number is of a range kept for films and examples, so that nobody is called by mistake.
    public static boolean isForFiction(PhoneNumber number) {
        return FICTION.matcher(number.e164()).matches();
    }

    /// The number as people of its country write it, such as `06 39 98 00 01`.
    public static String national(PhoneNumber number) {
        return format(number, PhoneNumberFormat.NATIONAL);
    }

    /// The number as people abroad write it, such as `+33 6 39 98 00 01`.
    public static String international(PhoneNumber number) {
        return format(number, PhoneNumberFormat.INTERNATIONAL);
    }

    /// The country whose plan holds the number; none for a number that is not valid, or of no country.
    public static Optional<Country> country(PhoneNumber number) {
        return parse(number.e164(), NOWHERE).flatMap(Numbering::country);
    }

    /// An address that consists of digits.
    ///
    /// @param plus whether a plus sign says that it is international
    /// @param digits at least one, and not all of them zero
    private record Address(boolean plus, String digits) {

        static Optional<Address> of(String raw) {
            if (raw.length() > LONGEST) {
                return Optional.empty();
            }
            Matcher address = ADDRESS.matcher(compact(raw));
            return address.matches() && address.group(2).chars().anyMatch(digit -> digit != '0')
                    ? Optional.of(new Address(!address.group(1).isEmpty(), address.group(2)))
                    : Optional.empty();
        }

        Sender sender(Country home) {
            return read(home).map(this::sender).orElseGet(this::unread);
        }

        private Sender sender(Phonenumber.PhoneNumber number) {
            NumberType type = type(number);
            boolean mobile = type == NumberType.MOBILE || type == NumberType.FIXED_LINE_OR_MOBILE;
            Optional<Country> country = mobile ? country(number) : Optional.empty();
            if (country.isPresent()) {
                return new Sender.Mobile(new PhoneNumber(e164(number)), country.get());
            }
            if (type == NumberType.UNKNOWN && isTooShort(number)) {
                return new Sender.ShortCode(digits);
            }
            String e164 = e164(number);
            return e164.length() > 1 + MOST_DIGITS || isCode()
                    ? unread()
                    : new Sender.OtherNumber(new PhoneNumber(e164), type);
        }

        /// The sender where no plan reads a number.
        private Sender unread() {
            return digits.length() <= MOST_DIGITS ? new Sender.ShortCode(digits) : new Sender.Withheld();
        }

        private boolean isCode() {
            return !plus && digits.length() <= LONGEST_CODE;
        }

        /// The first reading that is a valid number, else the first that is a number at all.
        Optional<Phonenumber.PhoneNumber> read(Country home) {
            List<Phonenumber.PhoneNumber> invalid = new ArrayList<>();
            for (Written way : ways(home)) {
                Optional<Phonenumber.PhoneNumber> number = parse(way.number(), way.region());
                if (number.filter(Numbering::isValid).isPresent()) {
                    return number;
                }
                number.ifPresent(invalid::add);
            }
            return invalid.stream().findFirst();
        }

        /// The ways to read the digits, the likeliest first.
        private List<Written> ways(Country home) {
            if (plus) {
                return List.of(new Written("+" + digits, NOWHERE));
            }
            List<Written> ways = new ArrayList<>();
            ways.add(new Written(digits, home.code()));
            if (digits.startsWith("00")) {
                ways.add(new Written("+" + digits.substring(2), NOWHERE));
            } else if (digits.length() >= SHORTEST_BARE) {
                ways.add(new Written("+" + digits, NOWHERE));
            }
            return ways;
        }
    }

    private record Written(String number, String region) {}

    /// The text without separators, with the digits of every script as ours.
    private static String compact(String raw) {
        StringBuilder compact = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(point -> !isSeparator(point))
                .map(point -> Character.isDigit(point) ? '0' + Character.digit(point, 10) : point)
                .map(point -> point == '＋' ? '+' : point)
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    private static boolean isSeparator(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.DASH_PUNCTUATION
                || Character.getType(point) == Character.FORMAT
                || "./()".indexOf(point) >= 0;
    }

    private static Optional<Phonenumber.PhoneNumber> parse(String number, String region) {
        if (number.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(PLANS.parse(number, region));
        } catch (NumberParseException _) {
            return Optional.empty();
        }
    }

    private static String format(PhoneNumber number, PhoneNumberFormat format) {
        return parse(number.e164(), NOWHERE)
                .map(parsed -> PLANS.format(parsed, format))
                .orElse(number.e164());
    }

    private static String e164(Phonenumber.PhoneNumber number) {
        return PLANS.format(number, PhoneNumberFormat.E164);
    }

    /// What the number is for. libphonenumber knows most of the numbers for films and examples as unused: here they are
    /// what they stand for, so that a demonstration is answered like the real thing.
    private static NumberType type(Phonenumber.PhoneNumber number) {
        NumberType type = NumberType.valueOf(PLANS.getNumberType(number).name());
        if (type != NumberType.UNKNOWN || !FICTION.matcher(e164(number)).matches()) {
            return type;
        }
        return FICTIONAL_MOBILE.matcher(e164(number)).lookingAt() ? NumberType.MOBILE : NumberType.FIXED_LINE;
    }

    private static boolean isValid(Phonenumber.PhoneNumber number) {
        return type(number) != NumberType.UNKNOWN;
    }

    private static Optional<Country> country(Phonenumber.PhoneNumber number) {
        String main = PLANS.getRegionCodeForCountryCode(number.getCountryCode());
        return Optional.ofNullable(PLANS.getRegionCodeForNumber(number))
                .or(() -> Optional.of(main))
                .filter(code -> COUNTRY.matcher(code).matches() && isValid(number))
                .map(Country::new);
    }

    private static boolean isTooShort(Phonenumber.PhoneNumber number) {
        ValidationResult length = PLANS.isPossibleNumberWithReason(number);
        return length == ValidationResult.TOO_SHORT || length == ValidationResult.IS_POSSIBLE_LOCAL_ONLY;
    }
}
