package org.esquive.channel.smpp;

import org.esquive.channel.smpp.pdu.Address;
import org.esquive.message.Country;
import org.esquive.message.Numbering;
import org.esquive.message.Sender;

/// Who a source address stands for. Its type of number (SMPP 3.4, 5.2.5) says how the digits are to be read;
/// carriers that do not tell say 0.
final class Senders {
    private static final int INTERNATIONAL = 1;
    private static final int NETWORK_SPECIFIC = 3;
    private static final int LETTERS = 5;
    private static final int ABBREVIATED = 6;

    /// Shorter digits are a short code, whatever their type says.
    private static final int SHORTEST_NUMBER = 7;

    private Senders() {}

    /// The sender.
    ///
    /// @param home the line's country, for numbers written as they are dialled there
    static Sender of(Address source, Country home) {
        String digits = source.digits();
        return switch (source.ton()) {
            case LETTERS -> digits.isBlank() ? new Sender.Withheld() : new Sender.Named(digits.strip());
            case NETWORK_SPECIFIC, ABBREVIATED -> isCode(digits) ? new Sender.ShortCode(digits) : read(digits, home);
            case INTERNATIONAL -> read(isBare(digits) ? "+" + digits : digits, home);
            default -> read(digits, home);
        };
    }

    private static Sender read(String digits, Country home) {
        return Numbering.sender(digits, home);
    }

    private static boolean isCode(String digits) {
        return !digits.isEmpty() && digits.length() <= 15 && digits.chars().allMatch(Senders::isDigit);
    }

    /// Whether only the plus sign is missing.
    private static boolean isBare(String digits) {
        return digits.length() >= SHORTEST_NUMBER && isDigit(digits.charAt(0)) && digits.charAt(0) != '0';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }
}
