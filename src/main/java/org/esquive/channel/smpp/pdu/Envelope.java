package org.esquive.channel.smpp.pdu;

/// The mandatory fields round a text (SMPP 3.4, 4.4.1 and 4.6.1), in the order of the wire. A data_sm has only
/// service type, addresses, esm_class, registered_delivery and data_coding (4.7.1).
///
/// @param serviceType at most 5 characters, usually empty
/// @param esmClass what the text is and whether it begins with a user data header, see SMPP 3.4, 5.2.12
/// @param scheduledFor empty for now
/// @param validFor empty for as long as the network likes
/// @param registeredDelivery 1 asks for a receipt
/// @param dataCoding how the text is written, see [TextCoding]
public record Envelope(
        String serviceType,
        Address source,
        Address destination,
        int esmClass,
        int protocolId,
        int priority,
        String scheduledFor,
        String validFor,
        int registeredDelivery,
        int replaceIfPresent,
        int dataCoding,
        int defaultMessageId) {

    /// An envelope that leaves to the network what it can.
    public static Envelope of(
            Address source, Address destination, int esmClass, int dataCoding, int registeredDelivery) {
        return new Envelope("", source, destination, esmClass, 0, 0, "", "", registeredDelivery, 0, dataCoding, 0);
    }
}
