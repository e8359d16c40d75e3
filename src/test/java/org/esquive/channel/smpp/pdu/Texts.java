package org.esquive.channel.smpp.pdu;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.esquive.channel.smpp.pdu.PduReader.Read;

/// Messages between reserved numbers, and their bytes.
final class Texts {
    static final int WITH_HEADER = 0x40;

    private static final Address SENDER = new Address(1, 1, "33639980001");
    private static final Address LINE = new Address(1, 1, "33639980010");

    private Texts() {}

    /// A deliver_sm.
    static Pdu.Message delivered(int esmClass, int dataCoding, byte[] text, Tlvs.Tlv... tlvs) {
        Envelope envelope = Envelope.of(SENDER, LINE, esmClass, dataCoding, 0);
        return new Pdu.Message(Pdu.Carrier.DELIVER_SM, 7, envelope, text, new Tlvs(List.of(tlvs)));
    }

    static byte[] written(Pdu... pdus) {
        PduWriter writer = new PduWriter();
        for (Pdu pdu : pdus) {
            writer.add(pdu);
        }
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            writer.writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(byte[] bytes) {
        try {
            return new PduReader(new ByteArrayInputStream(bytes), PduReader.LONGEST).next();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
