package org.esquive.message;

/// What a numbering plan says a number is for. The names are those of libphonenumber.
public enum NumberType {
    MOBILE,
    /// One range for both, as in North America: such a number can receive a text.
    FIXED_LINE_OR_MOBILE,
    FIXED_LINE,
    TOLL_FREE,
    PREMIUM_RATE,
    SHARED_COST,
    VOIP,
    PERSONAL_NUMBER,
    PAGER,
    UAN,
    VOICEMAIL,
    /// Well-formed, but of no range that the plan knows.
    UNKNOWN
}
