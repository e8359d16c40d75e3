package org.esquive.channel.smpp.pdu;

/// What a data_coding says, by its number (SMPP 3.4, 5.2.19) or by its bits (3GPP TS 23.038, 4): networks send
/// both. A number that neither knows is read as 0, as TS 23.038 wants it.
///
/// @param characters how the text is written
/// @param forPeople whether it is to be kept and read: not a flash, not for the SIM, not a sign that mail waits
record DataCoding(Characters characters, boolean forPeople) {

    /// How a text is written.
    enum Characters {
        /// As the link says.
        USUAL,
        ASCII,
        LATIN_1,
        CYRILLIC,
        HEBREW,
        UCS_2,
        /// JIS X 0208, as Shift JIS.
        SHIFT_JIS,
        ISO_2022_JP,
        EUC_JP,
        /// KS C 5601.
        EUC_KR,
        /// It is none.
        BINARY
    }

    private static final int FLASH = 0;
    private static final int SIM = 2;

    static DataCoding of(int value) {
        return switch (value >> 4) {
            case 0x0 -> new DataCoding(numbered(value), true);
            case 0x1, 0x2, 0x3, 0x4, 0x5, 0x6, 0x7 -> general(value);
            case 0xC, 0xD -> new DataCoding(Characters.USUAL, false);
            case 0xE -> new DataCoding(Characters.UCS_2, false);
            case 0xF ->
                new DataCoding((value & 0x04) == 0 ? Characters.USUAL : Characters.BINARY, isForPeople(value & 0x03));
            default -> new DataCoding(Characters.USUAL, true);
        };
    }

    private static Characters numbered(int value) {
        return switch (value) {
            case 1 -> Characters.ASCII;
            case 2, 4, 9 -> Characters.BINARY;
            case 3 -> Characters.LATIN_1;
            case 5 -> Characters.SHIFT_JIS;
            case 6 -> Characters.CYRILLIC;
            case 7 -> Characters.HEBREW;
            case 8 -> Characters.UCS_2;
            case 10 -> Characters.ISO_2022_JP;
            case 13 -> Characters.EUC_JP;
            case 14 -> Characters.EUC_KR;
            default -> Characters.USUAL;
        };
    }

    /// Bit 5: compressed, bit 4: has a class, bits 3 and 2: the alphabet, bits 1 and 0: the class.
    private static DataCoding general(int value) {
        boolean compressed = (value & 0x20) != 0;
        boolean forPeople = (value & 0x10) == 0 || isForPeople(value & 0x03);
        Characters characters = switch (value >> 2 & 0x03) {
            case 1 -> Characters.BINARY;
            case 2 -> Characters.UCS_2;
            default -> Characters.USUAL;
        };
        return new DataCoding(compressed ? Characters.BINARY : characters, forPeople);
    }

    private static boolean isForPeople(int messageClass) {
        return messageClass != FLASH && messageClass != SIM;
    }
}
