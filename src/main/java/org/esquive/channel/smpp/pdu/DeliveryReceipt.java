package org.esquive.channel.smpp.pdu;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.message.Receipt;

/// What the network says of a text that we sent (SMPP 3.4, appendix B, and 5.2.12): a few optional parameters, or
/// words such as `id:41 sub:001 dlvrd:001 submit date:2601011200 done date:2601011201 stat:DELIVRD err:000 text:Slt`,
/// which every network writes in its own way. Nothing is required, and nothing that is written is an error.
///
/// @param parts what was said, raw; where a parameter says it too, what the parameter says
/// @param idInText the id in the words, which some networks write in another way than the one in the parameter
/// @param interim whether it says itself that more will come
public record DeliveryReceipt(Map<Part, String> parts, Optional<String> idInText, boolean interim) {

    /// What a receipt may say.
    public enum Part {
        /// The id that the network gave the text.
        ID("id"),
        /// How many were submitted.
        SUB("sub"),
        /// How many were delivered.
        DLVRD("dlvrd"),
        SUBMIT_DATE("submit date"),
        DONE_DATE("done date"),
        /// What became of the text.
        STAT("stat"),
        /// Why it failed, in the network's numbers; of a parameter `type/code`.
        ERR("err"),
        /// How the text began.
        TEXT("text");

        final String key;

        Part(String key) {
            this.key = key;
        }
    }

    // Bits 5 to 2 of esm_class.
    private static final int RECEIPT = 0x04;
    /// An acknowledgement by the phone, which some networks say instead.
    private static final int ACKNOWLEDGEMENT = 0x08;

    private static final int INTERIM = 0x20;

    private static final int NETWORK_ERROR_LENGTH = 3;

    public DeliveryReceipt {
        parts = Map.copyOf(parts);
    }

    /// Whether a message says that it is a receipt.
    public static boolean isReceipt(Pdu.Message message) {
        int type = message.envelope().esmClass() & Content.MESSAGE_TYPE;
        return type == RECEIPT
                || type == ACKNOWLEDGEMENT
                || type == INTERIM
                || message.tlvs().value(Tlvs.RECEIPTED_MESSAGE_ID).isPresent();
    }

    /// Whether words are a receipt although the message does not say so: they have both an id and a state.
    public static boolean looksLikeReceipt(String text) {
        Map<Part, String> parts = ReceiptText.read(text);
        return parts.containsKey(Part.ID) && parts.containsKey(Part.STAT);
    }

    /// Reads a receipt. Never throws; one that says nothing has no parts.
    ///
    /// @param usual what data_coding 0 means on this link
    public static DeliveryReceipt of(Pdu.Message message, Alphabet usual) {
        boolean interim = (message.envelope().esmClass() & Content.MESSAGE_TYPE) == INTERIM;
        return read(text(message, usual), message.tlvs(), interim);
    }

    /// Reads the words and the parameters of a receipt.
    public static DeliveryReceipt read(String text, Tlvs tlvs, boolean interim) {
        Map<Part, String> parts = ReceiptText.read(text);
        Optional<String> idInText = Optional.ofNullable(parts.get(Part.ID));
        tlvs.value(Tlvs.RECEIPTED_MESSAGE_ID)
                .map(DeliveryReceipt::untilNul)
                .filter(id -> !id.isEmpty())
                .ifPresent(id -> parts.put(Part.ID, id));
        stateWord(tlvs.number(Tlvs.MESSAGE_STATE)).ifPresent(word -> parts.put(Part.STAT, word));
        tlvs.value(Tlvs.NETWORK_ERROR_CODE)
                .filter(error -> error.length == NETWORK_ERROR_LENGTH)
                .ifPresent(error -> parts.put(Part.ERR, (error[0] & 0xFF) + "/" + errorCode(error)));
        return new DeliveryReceipt(parts, idInText, interim);
    }

    /// What was said under a key, raw.
    public Optional<String> part(Part part) {
        return Optional.ofNullable(parts.get(part));
    }

    /// How to find the text it speaks of; empty if it has no id.
    public Optional<Receipt.Match.ByProviderId> match() {
        return part(Part.ID).filter(id -> !id.isEmpty()).map(id -> {
            Stream<String> further = idInText.filter(other -> !other.equals(id)).stream()
                    .flatMap(other -> Stream.concat(Stream.of(other), MessageIds.otherwise(other).stream()));
            return new Receipt.Match.ByProviderId(
                    id,
                    Stream.concat(MessageIds.otherwise(id).stream(), further)
                            .distinct()
                            .filter(other -> !other.equals(id))
                            .toList());
        });
    }

    /// What became of the text; empty if it says nothing that is known. More may come after [Receipt.State#SENT].
    public Optional<Receipt.State> state() {
        Optional<Receipt.State> said = part(Part.STAT).flatMap(DeliveryReceipt::state);
        return interim ? said.map(_ -> Receipt.State.SENT) : said;
    }

    /// When it became of it, on the network's own clock: a receipt names no zone.
    public Optional<LocalDateTime> doneAt() {
        return part(Part.DONE_DATE).flatMap(ReceiptText::date);
    }

    /// When the network took it, likewise.
    public Optional<LocalDateTime> submittedAt() {
        return part(Part.SUBMIT_DATE).flatMap(ReceiptText::date);
    }

    private static Optional<Receipt.State> state(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "DELIVRD", "DELIVERED" -> Optional.of(Receipt.State.DELIVERED);
            case "ACCEPTD", "ACCEPTED", "ENROUTE", "SCHEDULED" -> Optional.of(Receipt.State.SENT);
            case "EXPIRED",
                    "DELETED",
                    "UNDELIV",
                    "UNDELIVERABLE",
                    "UNDELIVERED",
                    "REJECTD",
                    "REJECTED",
                    "SKIPPED",
                    "FAILED" -> Optional.of(Receipt.State.FAILED);
            default -> Optional.empty();
        };
    }

    /// The word of a message_state (SMPP 3.4, 5.2.28 and appendix B; 0 and 9 SMPP 5.0, 4.7.15).
    private static Optional<String> stateWord(OptionalInt state) {
        return switch (state.orElse(-1)) {
            case 0 -> Optional.of("SCHEDULED");
            case 1 -> Optional.of("ENROUTE");
            case 2 -> Optional.of("DELIVRD");
            case 3 -> Optional.of("EXPIRED");
            case 4 -> Optional.of("DELETED");
            case 5 -> Optional.of("UNDELIV");
            case 6 -> Optional.of("ACCEPTD");
            case 7 -> Optional.of("UNKNOWN");
            case 8 -> Optional.of("REJECTD");
            case 9 -> Optional.of("SKIPPED");
            default -> Optional.empty();
        };
    }

    private static int errorCode(byte[] error) {
        return (error[1] & 0xFF) << 8 | (error[2] & 0xFF);
    }

    private static String untilNul(byte[] value) {
        int length = 0;
        while (length < value.length && value[length] != 0) {
            length++;
        }
        return new String(value, 0, length, StandardCharsets.ISO_8859_1).strip();
    }

    /// The words. A machine wrote them, nearly always in ASCII, whatever data_coding says: that is often the one of
    /// the text it speaks of.
    private static String text(Pdu.Message message, Alphabet usual) {
        byte[] bytes = Content.bytes(message);
        UserDataHeader header = Content.header(message, bytes).orElse(UserDataHeader.NONE);
        byte[] body = Content.behind(header, bytes);
        int dataCoding = message.envelope().dataCoding();
        DataCoding.Characters characters = DataCoding.of(dataCoding).characters();
        if (characters == DataCoding.Characters.USUAL && usual == Alphabet.GSM_PACKED) {
            return TextCoding.decode(body, header, dataCoding, usual).text();
        }
        boolean wide = characters == DataCoding.Characters.UCS_2 && body.length > 0 && body[0] == 0;
        return new String(body, wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
    }

    /// Without how the text began.
    @Override
    public String toString() {
        return "DeliveryReceipt[stat=%s, err=%s, interim=%s]"
                .formatted(part(Part.STAT).orElse(""), part(Part.ERR).orElse(""), interim);
    }
}
