package org.esquive.channel.smpp.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.esquive.channel.smpp.pdu.Pdu.Carrier;
import org.esquive.channel.smpp.pdu.Pdu.Mode;

/// Makes PDUs of every kind that sessions exchange, each field of any value it may have.
final class AnyPdu {
    private static final String CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-+.";
    /// Tags of nobody's: of those with a meaning a peer may refuse a value.
    private static final int FREE_TAGS = 0x1500;

    private final SplittableRandom chance;

    AnyPdu(long seed) {
        this.chance = new SplittableRandom(seed);
    }

    Pdu next() {
        return switch (chance.nextInt(9)) {
            case 0 -> bind();
            case 1 -> new Pdu.BindResponse(any(Mode.values()), 0, sequence(), text(15), tlvs());
            case 2 -> new Pdu.Unbind(sequence());
            case 3 -> new Pdu.UnbindResponse(status(), sequence());
            case 4 -> new Pdu.EnquireLink(sequence());
            case 5 -> new Pdu.EnquireLinkResponse(0, sequence());
            case 6 -> new Pdu.GenericNack(status(), sequence());
            case 7 -> response();
            default -> message();
        };
    }

    Pdu.Bind bind() {
        return new Pdu.Bind(any(Mode.values()), sequence(), text(15), text(8), text(12), octet(), address(40));
    }

    Pdu.Message message() {
        Carrier carrier = any(Carrier.values());
        Envelope envelope = switch (carrier) {
            case SUBMIT_SM ->
                new Envelope(
                        text(5),
                        address(20),
                        address(20),
                        octet(),
                        octet(),
                        octet(),
                        time(),
                        time(),
                        octet(),
                        octet(),
                        octet(),
                        octet());
            case DELIVER_SM ->
                new Envelope(
                        text(5), address(20), address(20), octet(), octet(), octet(), "", "", octet(), 0, octet(), 0);
            case DATA_SM -> Envelope.of(address(20), address(20), octet(), octet(), octet());
        };
        return new Pdu.Message(carrier, sequence(), envelope, bytes(carrier == Carrier.DATA_SM ? 0 : 254), tlvs());
    }

    private Pdu response() {
        Carrier carrier = any(Carrier.values());
        return carrier == Carrier.DELIVER_SM
                ? new Pdu.MessageResponse(carrier, status(), sequence(), "", Tlvs.NONE)
                : new Pdu.MessageResponse(carrier, 0, sequence(), text(64), Tlvs.NONE);
    }

    private Address address(int longest) {
        return new Address(octet(), octet(), text(longest));
    }

    private Tlvs tlvs() {
        List<Tlvs.Tlv> all = new ArrayList<>();
        for (int left = chance.nextInt(4); left > 0; left--) {
            all.add(new Tlvs.Tlv(FREE_TAGS + octet(), bytes(300)));
        }
        return new Tlvs(all);
    }

    private byte[] bytes(int longest) {
        byte[] bytes = new byte[chance.nextInt(longest + 1)];
        chance.nextBytes(bytes);
        return bytes;
    }

    private String text(int longest) {
        return chance.ints(chance.nextInt(longest + 1), 0, CHARACTERS.length())
                .collect(
                        StringBuilder::new,
                        (text, index) -> text.append(CHARACTERS.charAt(index)),
                        StringBuilder::append)
                .toString();
    }

    private String time() {
        return chance.nextBoolean() ? "" : "260101120000000+";
    }

    private int octet() {
        return chance.nextInt(256);
    }

    private int status() {
        return chance.nextInt(0x500);
    }

    private int sequence() {
        return chance.nextInt(1, Integer.MAX_VALUE);
    }

    private <T> T any(T[] values) {
        return values[chance.nextInt(values.length)];
    }
}
