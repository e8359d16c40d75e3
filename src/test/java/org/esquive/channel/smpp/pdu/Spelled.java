package org.esquive.channel.smpp.pdu;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A PDU in the words of the published vectors: their keys, bytes in hexadecimal.
final class Spelled {
    private static final HexFormat HEX = HexFormat.of();

    private Spelled() {}

    static Map<String, Object> of(Pdu pdu) {
        Map<String, Object> spelled = new LinkedHashMap<>();
        spelled.put("sequence", Integer.toUnsignedLong(pdu.sequence()));
        switch (pdu) {
            case Pdu.Bind bind -> bind(bind, spelled);
            case Pdu.BindResponse(var mode, int status, var _, String systemId, Tlvs tlvs) -> {
                answer("bind_" + name(mode) + "_resp", status, spelled);
                spelled.put("system_id", systemId);
                spelled.put("tlvs", tlvs(tlvs));
            }
            case Pdu.Unbind _ -> spelled.put("command", "unbind");
            case Pdu.UnbindResponse(int status, var _) -> answer("unbind_resp", status, spelled);
            case Pdu.EnquireLink _ -> spelled.put("command", "enquire_link");
            case Pdu.EnquireLinkResponse(int status, var _) -> answer("enquire_link_resp", status, spelled);
            case Pdu.GenericNack(int status, var _) -> answer("generic_nack", status, spelled);
            case Pdu.Message message -> {
                spelled.put("command", name(message.carrier()));
                envelope(message.envelope(), spelled);
                text(message.text(), message.tlvs(), spelled);
            }
            case Pdu.MessageResponse(var carrier, int status, var _, String messageId, Tlvs tlvs) -> {
                answer(name(carrier) + "_resp", status, spelled);
                spelled.put("message_id", messageId);
                spelled.put("tlvs", tlvs(tlvs));
            }
            case Pdu.Rare(int status, var _, Operation operation) -> {
                spelled.put("command_status", Integer.toUnsignedLong(status));
                rare(operation, spelled);
            }
        }
        return spelled;
    }

    private static void answer(String command, int status, Map<String, Object> spelled) {
        spelled.put("command", command);
        spelled.put("command_status", Integer.toUnsignedLong(status));
    }

    private static void bind(Pdu.Bind bind, Map<String, Object> spelled) {
        spelled.put("command", "bind_" + name(bind.mode()));
        spelled.put("system_id", bind.systemId());
        spelled.put("password", bind.password());
        spelled.put("system_type", bind.systemType());
        spelled.put("interface_version", bind.interfaceVersion());
        spelled.put("address_range", address(bind.addressRange()));
    }

    private static void envelope(Envelope envelope, Map<String, Object> spelled) {
        spelled.put("service_type", envelope.serviceType());
        spelled.put("source", address(envelope.source()));
        spelled.put("dest", address(envelope.destination()));
        spelled.put("esm_class", envelope.esmClass());
        spelled.put("protocol_id", envelope.protocolId());
        spelled.put("priority", envelope.priority());
        spelled.put("schedule_delivery_time", envelope.scheduledFor());
        spelled.put("validity_period", envelope.validFor());
        spelled.put("registered_delivery", envelope.registeredDelivery());
        spelled.put("replace_if_present", envelope.replaceIfPresent());
        spelled.put("data_coding", envelope.dataCoding());
        spelled.put("default_msg_id", envelope.defaultMessageId());
    }

    private static void text(byte[] text, Tlvs tlvs, Map<String, Object> spelled) {
        spelled.put("sm_length", text.length);
        spelled.put("short_message", HEX.formatHex(text));
        spelled.put("tlvs", tlvs(tlvs));
    }

    private static void rare(Operation operation, Map<String, Object> spelled) {
        switch (operation) {
            case Operation.Query(String messageId, Address source) -> {
                spelled.put("command", "query_sm");
                spelled.put("message_id", messageId);
                spelled.put("source", address(source));
            }
            case Operation.QueryResponse(String messageId, String finalDate, int state, int error) -> {
                spelled.put("command", "query_sm_resp");
                spelled.put("message_id", messageId);
                spelled.put("final_date", finalDate);
                spelled.put("message_state", state);
                spelled.put("error_code", error);
            }
            case Operation.Cancel(String serviceType, String messageId, Address source, Address destination) -> {
                spelled.put("command", "cancel_sm");
                spelled.put("service_type", serviceType);
                spelled.put("message_id", messageId);
                spelled.put("source", address(source));
                spelled.put("dest", address(destination));
            }
            case Operation.CancelResponse _ -> spelled.put("command", "cancel_sm_resp");
            case Operation.Replace replace -> replace(replace, spelled);
            case Operation.ReplaceResponse _ -> spelled.put("command", "replace_sm_resp");
            case Operation.SubmitMulti(Envelope envelope, var destinations, byte[] text, Tlvs tlvs) -> {
                spelled.put("command", "submit_multi");
                envelope(envelope, spelled);
                spelled.put(
                        "dests", destinations.stream().map(Spelled::destination).toList());
                text(text, tlvs, spelled);
            }
            case Operation.SubmitMultiResponse(String messageId, var failures, Tlvs tlvs) -> {
                spelled.put("command", "submit_multi_resp");
                spelled.put("message_id", messageId);
                spelled.put("unsuccess", failures.stream().map(Spelled::failure).toList());
                spelled.put("tlvs", tlvs(tlvs));
            }
            case Operation.Outbind(String systemId, String password) -> {
                spelled.put("command", "outbind");
                spelled.put("system_id", systemId);
                spelled.put("password", password);
            }
            case Operation.Alert(Address source, Address esme, Tlvs tlvs) -> {
                spelled.put("command", "alert_notification");
                spelled.put("source", address(source));
                spelled.put("esme", address(esme));
                spelled.put("tlvs", tlvs(tlvs));
            }
        }
    }

    private static void replace(Operation.Replace replace, Map<String, Object> spelled) {
        spelled.put("command", "replace_sm");
        spelled.put("message_id", replace.messageId());
        spelled.put("source", address(replace.source()));
        spelled.put("schedule_delivery_time", replace.scheduledFor());
        spelled.put("validity_period", replace.validFor());
        spelled.put("registered_delivery", replace.registeredDelivery());
        spelled.put("default_msg_id", replace.defaultMessageId());
        text(replace.text(), replace.tlvs(), spelled);
    }

    private static Map<String, Object> address(Address address) {
        Map<String, Object> spelled = new LinkedHashMap<>();
        spelled.put("ton", address.ton());
        spelled.put("npi", address.npi());
        spelled.put("addr", address.digits());
        return spelled;
    }

    private static Map<String, Object> destination(Operation.Destination destination) {
        return switch (destination) {
            case Operation.Destination.Single(Address address) -> address(address);
            case Operation.Destination.Named(String list) -> Map.of("dl", list);
        };
    }

    private static Map<String, Object> failure(Operation.Failure failure) {
        Map<String, Object> spelled = address(failure.address());
        spelled.put("error", Integer.toUnsignedLong(failure.status()));
        return spelled;
    }

    private static List<Map<String, Object>> tlvs(Tlvs tlvs) {
        return tlvs.all().stream().map(Spelled::tlv).toList();
    }

    private static Map<String, Object> tlv(Tlvs.Tlv tlv) {
        Map<String, Object> spelled = new LinkedHashMap<>();
        spelled.put("tag", tlv.tag());
        spelled.put("value", HEX.formatHex(tlv.value()));
        return spelled;
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
