package org.esquive.message;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads phone numbers by the numbering plans of the world. The only class that sees libphonenumber, whose data
/// are the plans of its release: a new release of it is how new ranges are learnt.
///
/// Addresses are hostile input: nothing here throws, whatever it is given, and none of it is repeated anywhere.
public final class Numbering {
    private Numbering() {}

    /// An address longer than this is no address. The longest that a network carries has 20 digits.
    private static final int LONGEST = 64;

    /// Digits without a plus and without a national reading are taken as international from this length on:
    /// shorter ones are short codes, even where some island's numbers look like them.
    private static final int SHORTEST_BARE = 8;

    /// Digits up to this length that are no mobile number are a short code, an emergency or a help number.
    private static final int LONGEST_CODE = 6;

    /// The fewest and the most digits of an E.164 number, as [PhoneNumber] takes them.
    private static final int FEWEST_DIGITS = 5;

    private static final int MOST_DIGITS = 15;

    private static final int LONGEST_CALLING_CODE = 3;

    /// What libphonenumber calls no region at all, and the region of satellites and international networks.
    private static final String NOWHERE = "ZZ";

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /// A number once separators are gone, perhaps with an extension, which a text cannot reach.
    private static final Pattern ADDRESS =
            Pattern.compile("(\\+?)([0-9]+)(?:;?(?:ext(?:ension)?=?|x|poste)[0-9]{1,7})?", Pattern.CASE_INSENSITIVE);

    /// Numbers that no subscriber has, for films and examples: ARCEP decision 2018-0881,
    /// [Ofcom](https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama), and the 555-01xx
    /// of [NANPA](https://www.nanpa.com), all as of November 2026.
    private static final Pattern FICTION = Pattern.compile(
            // France: 01 99 00, 02 61 91, 03 53 01, 04 65 71, 05 36 49, 06 39 98
            "\\+33(?:19900|26191|35301|46571|53649|63998)\\d{4}"
                    // North America: any area but toll-free and premium
                    + "|\\+1(?!8(?:00|33|44|55|66|77|88)|900)[2-9]\\d\\d55501\\d\\d"
                    // United Kingdom: mobile, no area, London, Belfast, Cardiff, Tyneside, free, premium, 03, other
                    // cities
                    + "|\\+44(?:7700900\\d{3}|1632960\\d{3}|2079460\\d{3}|2896496\\d{3}|2920180\\d{3}|1914980\\d{3}"
                    + "|8081570\\d{3}|9098790\\d{3}|3069990\\d{3}|1(?:1[3-8]|[2-6]1)4960\\d{3})");

    /// Those of them that are mobile; North America does not tell.
    private static final Pattern FICTIONAL_MOBILE = Pattern.compile("\\+(?:3363998[0-9]{4}|447700900[0-9]{3})");

    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final Set<Integer> CALLING_CODES = PLANS.getSupportedCallingCodes();

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

    /// Who an address stands for, as a channel received it: international with `+`, `00` or nothing in front, or
    /// as it is dialled in the line's country, with any separators. What is not surely a mobile number never
    /// becomes [Sender.Mobile].
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
                .filter(Planned::isValid)
                .flatMap(Planned::number);
    }

    /// How a text reads as a number, valid or not, in the generous way of libphonenumber, which finds a number in
    /// words.
    ///
    /// @param raw any text
    /// @param region where a number without a country code belongs
    public static Optional<Reading> read(String raw, Country region) {
        return parse(raw, region.code())
                .map(Planned::of)
                .map(planned -> new Reading(planned.e164(), planned.isValid(), planned.type()));
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

    /// Whether a country or territory has a numbering plan: a code that has none is no country's.
    public static boolean hasPlan(Country country) {
        return PLANS.getSupportedRegions().contains(country.code());
    }

    /// The country whose plan holds the number; none for a number that is not valid, or of no country.
    public static Optional<Country> country(PhoneNumber number) {
        return parse(number.e164(), NOWHERE).map(Planned::of).flatMap(Planned::country);
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
            Optional<Address> plain = plain(raw);
            if (plain.isPresent()) {
                return plain;
            }
            Matcher address = ADDRESS.matcher(compact(raw));
            return address.matches() && address.group(2).chars().anyMatch(digit -> digit != '0')
                    ? Optional.of(new Address(!address.group(1).isEmpty(), address.group(2)))
                    : Optional.empty();
        }

        /// Nearly every address is digits with or without a plus sign.
        private static Optional<Address> plain(String raw) {
            boolean plus = raw.startsWith("+");
            int start = plus ? 1 : 0;
            boolean anyButZero = false;
            for (int i = start; i < raw.length(); i++) {
                char digit = raw.charAt(i);
                if (digit < '0' || digit > '9') {
                    return Optional.empty();
                }
                anyButZero |= digit != '0';
            }
            return anyButZero ? Optional.of(new Address(plus, raw.substring(start))) : Optional.empty();
        }

        Sender sender(Country home) {
            return read(home).flatMap(this::sender).orElseGet(this::unread);
        }

        private Optional<Sender> sender(Planned planned) {
            Optional<Country> country = planned.isMobile() ? planned.country() : Optional.empty();
            if (country.isPresent()) {
                return planned.number().map(number -> new Sender.Mobile(number, country.get()));
            }
            return planned.isTooShort() || isCode()
                    ? Optional.empty()
                    : planned.number().map(number -> new Sender.OtherNumber(number, planned.type()));
        }

        /// The sender where no plan reads a number.
        private Sender unread() {
            return digits.length() <= MOST_DIGITS ? new Sender.ShortCode(digits) : new Sender.Withheld();
        }

        private boolean isCode() {
            return !plus && digits.length() <= LONGEST_CODE;
        }

        /// The likeliest reading that is a valid number, else the likeliest that is a number at all.
        Optional<Planned> read(Country home) {
            if (plus) {
                return readAbroad(digits);
            }
            Optional<Planned> national = parse(digits, home.code()).map(Planned::of);
            return national.filter(Planned::isValid)
                    .or(() -> readBare().filter(Planned::isValid))
                    .or(() -> national);
        }

        private Optional<Planned> readBare() {
            if (digits.startsWith("00")) {
                return readAbroad(digits.substring(2));
            }
            return digits.length() < SHORTEST_BARE ? Optional.empty() : readAbroad(digits);
        }

        /// Nearly every address is a plain E.164 number: taking it apart is far cheaper than parsing it.
        private static Optional<Planned> readAbroad(String digits) {
            return apart(digits)
                    .map(Planned::of)
                    .filter(Planned::isValid)
                    .or(() -> parse("+" + digits, NOWHERE).map(Planned::of));
        }
    }

    /// A number, how it is written, and what its numbering plan says of it.
    private record Planned(Phonenumber.PhoneNumber plain, String e164, NumberType type) {

        /// libphonenumber knows most of the numbers for films and examples as unused: here they are what they
        /// stand for, so that a demonstration is answered like the real thing.
        static Planned of(Phonenumber.PhoneNumber plain) {
            String e164 = PLANS.format(plain, PhoneNumberFormat.E164);
            if (FICTIONAL_MOBILE.matcher(e164).matches()) {
                return new Planned(plain, e164, NumberType.MOBILE);
            }
            NumberType type = NumberType.valueOf(PLANS.getNumberType(plain).name());
            boolean fictional =
                    type == NumberType.UNKNOWN && FICTION.matcher(e164).matches();
            return new Planned(plain, e164, fictional ? NumberType.FIXED_LINE : type);
        }

        boolean isValid() {
            return type != NumberType.UNKNOWN;
        }

        boolean isMobile() {
            return type == NumberType.MOBILE || type == NumberType.FIXED_LINE_OR_MOBILE;
        }

        /// Whether it has fewer digits than its country's numbers.
        boolean isTooShort() {
            if (isValid()) {
                return false;
            }
            ValidationResult length = PLANS.isPossibleNumberWithReason(plain);
            return length == ValidationResult.TOO_SHORT || length == ValidationResult.IS_POSSIBLE_LOCAL_ONLY;
        }

        /// The number, unless it has fewer or more digits than E.164 allows.
        Optional<PhoneNumber> number() {
            int length = e164.length() - 1;
            return FEWEST_DIGITS <= length && length <= MOST_DIGITS
                    ? Optional.of(new PhoneNumber(e164))
                    : Optional.empty();
        }

        /// The country, if the number is valid and its range belongs to one.
        Optional<Country> country() {
            Optional<String> region = Optional.ofNullable(PLANS.getRegionCodeForNumber(plain));
            return region.or(() -> Optional.of(PLANS.getRegionCodeForCountryCode(plain.getCountryCode())))
                    .filter(code -> isValid() && COUNTRY.matcher(code).matches())
                    .map(Country::new);
        }
    }

    /// International digits as country code and national number, unread.
    private static Optional<Phonenumber.PhoneNumber> apart(String digits) {
        if (digits.startsWith("0") || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        for (int length = 1; length <= Math.min(LONGEST_CALLING_CODE, digits.length() - 1); length++) {
            int callingCode = Integer.parseInt(digits, 0, length, 10);
            if (CALLING_CODES.contains(callingCode)) {
                return Optional.of(new Phonenumber.PhoneNumber()
                        .setCountryCode(callingCode)
                        .setNationalNumber(Long.parseLong(digits, length, digits.length(), 10))
                        .setItalianLeadingZero(digits.charAt(length) == '0'));
            }
        }
        return Optional.empty();
    }

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
}
