package org.esquive.message;

/// Who texts a line, as far as the network tells. We do not judge a sender: the word means no more than that.
public sealed interface Sender {

    /// The one string that stands for this sender when texts are counted: the number in E.164 form, or a tagged
    /// word. It is personal data: it is hashed at once and never stored or logged.
    String key();

    /// The number or name as a person would write it down; empty if there is none. It is personal data too.
    default String address() {
        return switch (this) {
            case Mobile(var number, var _) -> number.e164();
            case OtherNumber(var number, var _) -> number.e164();
            case ShortCode(var digits) -> digits;
            case Named(var name) -> name;
            case Withheld _ -> "";
        };
    }

    /// A number that can receive a text: mobile, or of a range shared by mobile and fixed lines.
    ///
    /// @param number the number
    /// @param country the country whose plan holds it
    record Mobile(PhoneNumber number, Country country) implements Sender {
        @Override
        public String key() {
            return number.e164();
        }
    }

    /// A number that is not to be texted back: a landline, a premium number, a number of no known range.
    ///
    /// @param number the number
    /// @param type what its plan says it is for
    record OtherNumber(PhoneNumber number, NumberType type) implements Sender {
        @Override
        public String key() {
            return number.e164();
        }
    }

    /// Digits that are no E.164 number: a short code such as 38600, an emergency or help number such as 112 or
    /// 3919.
    ///
    /// @param digits the digits as received
    record ShortCode(String digits) implements Sender {
        @Override
        public String key() {
            return "code:" + digits;
        }

        @Override
        public String toString() {
            return "ShortCode[***]";
        }
    }

    /// A name instead of a number, such as a bank's or a carrier's alphanumeric sender (TON 5).
    ///
    /// @param name the name as received
    record Named(String name) implements Sender {
        @Override
        public String key() {
            return "name:" + name;
        }

        @Override
        public String toString() {
            return "Named[***]";
        }
    }

    /// The network hides who it is, or sent nothing that can be read as an address.
    record Withheld() implements Sender {
        @Override
        public String key() {
            return "withheld";
        }
    }
}
