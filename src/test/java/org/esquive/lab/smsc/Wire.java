package org.esquive.lab.smsc;

import java.nio.charset.StandardCharsets;

/// The numbers of SMPP 3.4 that the simulator speaks, and how to read them.
final class Wire {
    static final int HEADER = 16;
    static final int LONGEST = 64 * 1_024;

    static final int GENERIC_NACK = 0x80000000;
    static final int BIND_RECEIVER = 0x01;
    static final int BIND_TRANSMITTER = 0x02;
    static final int SUBMIT_SM = 0x04;
    static final int DELIVER_SM = 0x05;
    static final int UNBIND = 0x06;
    static final int BIND_TRANSCEIVER = 0x09;
    static final int ENQUIRE_LINK = 0x15;
    static final int RESPONSE = 0x80000000;

    static final int OK = 0x00;
    static final int INVALID_LENGTH = 0x02;
    static final int INVALID_COMMAND = 0x03;
    static final int WRONG_STATE = 0x04;
    static final int SYSTEM_ERROR = 0x08;
    static final int INVALID_PASSWORD = 0x0e;
    static final int INVALID_SYSTEM_ID = 0x0f;
    static final int QUEUE_FULL = 0x14;
    static final int THROTTLED = 0x58;
    static final int TEMPORARY = 0x64;

    static final int MESSAGE_PAYLOAD = 0x0424;
    static final int RECEIPTED_MESSAGE_ID = 0x001e;
    static final int MESSAGE_STATE = 0x0427;
    static final int UDH = 0x40;
    static final int UCS2 = 8;

    private Wire() {}

    static int word(byte[] bytes, int at) {
        return (bytes[at] << 24)
                | ((bytes[at + 1] & 0xff) << 16)
                | ((bytes[at + 2] & 0xff) << 8)
                | (bytes[at + 3] & 0xff);
    }

    static int half(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    static void put(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 24);
        bytes[at + 1] = (byte) (value >> 16);
        bytes[at + 2] = (byte) (value >> 8);
        bytes[at + 3] = (byte) value;
    }

    /// Where the text that begins at a place ends, or the end if it does not.
    static int zero(byte[] bytes, int at, int end) {
        int zero = at;
        while (zero < end && bytes[zero] != 0) {
            zero++;
        }
        return zero;
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
