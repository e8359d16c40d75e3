package org.esquive.message;

import java.util.regex.Pattern;

/// A phone number in the international form of ITU-T E.164: a plus sign, then 5 to 15 digits, such as
/// `+33639980001`. It is personal data, so [#toString()] hides most of it; [#e164()] is the whole number, for a
/// channel only.
///
/// @param e164 the whole number
public record PhoneNumber(String e164) {
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

    /// @throws IllegalArgumentException if the text is not in E.164 form; the message does not repeat it
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not a phone number in E.164 form, such as +33639980001");
        }
    }

    /// The redacted form, at most `+33639***01`: enough to tell two numbers of a test apart, too little to text
    /// one.
    @Override
    public String toString() {
        return e164.length() < 10 ? "+***" : e164.substring(0, 6) + "***" + e164.substring(e164.length() - 2);
    }
}
