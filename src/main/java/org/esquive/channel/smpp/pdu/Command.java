package org.esquive.channel.smpp.pdu;

/// The command_id values (SMPP 3.4, 5.1.2.1).
final class Command {
    /// What makes a request's id that of its response.
    static final int RESPONSE = 0x8000_0000;

    static final int GENERIC_NACK = RESPONSE;
    static final int BIND_RECEIVER = 0x001;
    static final int BIND_TRANSMITTER = 0x002;
    static final int QUERY_SM = 0x003;
    static final int SUBMIT_SM = 0x004;
    static final int DELIVER_SM = 0x005;
    static final int UNBIND = 0x006;
    static final int REPLACE_SM = 0x007;
    static final int CANCEL_SM = 0x008;
    static final int BIND_TRANSCEIVER = 0x009;
    static final int OUTBIND = 0x00B;
    static final int ENQUIRE_LINK = 0x015;
    static final int SUBMIT_MULTI = 0x021;
    static final int ALERT_NOTIFICATION = 0x102;
    static final int DATA_SM = 0x103;

    private Command() {}

    /// The request that binds in this mode.
    static int of(Pdu.Mode mode) {
        return switch (mode) {
            case TRANSMITTER -> BIND_TRANSMITTER;
            case RECEIVER -> BIND_RECEIVER;
            case TRANSCEIVER -> BIND_TRANSCEIVER;
        };
    }

    /// The request that carries a text this way.
    static int of(Pdu.Carrier carrier) {
        return switch (carrier) {
            case SUBMIT_SM -> SUBMIT_SM;
            case DELIVER_SM -> DELIVER_SM;
            case DATA_SM -> DATA_SM;
        };
    }

    static int of(Operation operation) {
        return switch (operation) {
            case Operation.Query _ -> QUERY_SM;
            case Operation.QueryResponse _ -> QUERY_SM | RESPONSE;
            case Operation.Cancel _ -> CANCEL_SM;
            case Operation.CancelResponse _ -> CANCEL_SM | RESPONSE;
            case Operation.Replace _ -> REPLACE_SM;
            case Operation.ReplaceResponse _ -> REPLACE_SM | RESPONSE;
            case Operation.SubmitMulti _ -> SUBMIT_MULTI;
            case Operation.SubmitMultiResponse _ -> SUBMIT_MULTI | RESPONSE;
            case Operation.Outbind _ -> OUTBIND;
            case Operation.Alert _ -> ALERT_NOTIFICATION;
        };
    }
}
