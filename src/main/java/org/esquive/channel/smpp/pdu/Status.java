package org.esquive.channel.smpp.pdu;

import java.util.HexFormat;

/// The command_status values that the program speaks of (SMPP 3.4, 5.1.3). A peer may say any other.
public final class Status {
    /// All is well.
    public static final int ESME_ROK = 0x00;
    /// The length cannot be.
    public static final int ESME_RINVCMDLEN = 0x02;
    /// An unknown command.
    public static final int ESME_RINVCMDID = 0x03;
    /// Not in this state of the session.
    public static final int ESME_RINVBNDSTS = 0x04;
    /// Bound already.
    public static final int ESME_RALYBND = 0x05;
    /// The peer's own trouble.
    public static final int ESME_RSYSERR = 0x08;
    /// The source address is not allowed.
    public static final int ESME_RINVSRCADR = 0x0A;
    /// The destination address is none.
    public static final int ESME_RINVDSTADR = 0x0B;
    /// The bind failed.
    public static final int ESME_RBINDFAIL = 0x0D;
    /// The password is wrong.
    public static final int ESME_RINVPASWD = 0x0E;
    /// The system_id is wrong.
    public static final int ESME_RINVSYSID = 0x0F;
    /// The queue is full: later.
    public static final int ESME_RMSGQFUL = 0x14;
    /// The text could not be submitted.
    public static final int ESME_RSUBMITFAIL = 0x45;
    /// Too fast: later.
    public static final int ESME_RTHROTTLED = 0x58;
    /// A temporary error of the application.
    public static final int ESME_RX_T_APPN = 0x64;

    private Status() {}

    /// The standard's name of a status, such as `ESME_RTHROTTLED`, or `0x00000432` if it has none.
    public static String name(int status) {
        return switch (status) {
            case 0x00 -> "ESME_ROK";
            case 0x01 -> "ESME_RINVMSGLEN";
            case 0x02 -> "ESME_RINVCMDLEN";
            case 0x03 -> "ESME_RINVCMDID";
            case 0x04 -> "ESME_RINVBNDSTS";
            case 0x05 -> "ESME_RALYBND";
            case 0x06 -> "ESME_RINVPRTFLG";
            case 0x07 -> "ESME_RINVREGDLVFLG";
            case 0x08 -> "ESME_RSYSERR";
            case 0x0A -> "ESME_RINVSRCADR";
            case 0x0B -> "ESME_RINVDSTADR";
            case 0x0C -> "ESME_RINVMSGID";
            case 0x0D -> "ESME_RBINDFAIL";
            case 0x0E -> "ESME_RINVPASWD";
            case 0x0F -> "ESME_RINVSYSID";
            case 0x11 -> "ESME_RCANCELFAIL";
            case 0x13 -> "ESME_RREPLACEFAIL";
            case 0x14 -> "ESME_RMSGQFUL";
            case 0x15 -> "ESME_RINVSERTYP";
            case 0x33 -> "ESME_RINVNUMDESTS";
            case 0x34 -> "ESME_RINVDLNAME";
            case 0x40 -> "ESME_RINVDESTFLAG";
            case 0x42 -> "ESME_RINVSUBREP";
            case 0x43 -> "ESME_RINVESMCLASS";
            case 0x44 -> "ESME_RCNTSUBDL";
            case 0x45 -> "ESME_RSUBMITFAIL";
            case 0x48 -> "ESME_RINVSRCTON";
            case 0x49 -> "ESME_RINVSRCNPI";
            case 0x50 -> "ESME_RINVDSTTON";
            case 0x51 -> "ESME_RINVDSTNPI";
            case 0x53 -> "ESME_RINVSYSTYP";
            case 0x54 -> "ESME_RINVREPFLAG";
            case 0x55 -> "ESME_RINVNUMMSGS";
            case 0x58 -> "ESME_RTHROTTLED";
            case 0x61 -> "ESME_RINVSCHED";
            case 0x62 -> "ESME_RINVEXPIRY";
            case 0x63 -> "ESME_RINVDFTMSGID";
            case 0x64 -> "ESME_RX_T_APPN";
            case 0x65 -> "ESME_RX_P_APPN";
            case 0x66 -> "ESME_RX_R_APPN";
            case 0x67 -> "ESME_RQUERYFAIL";
            case 0xC0 -> "ESME_RINVOPTPARSTREAM";
            case 0xC1 -> "ESME_ROPTPARNOTALLWD";
            case 0xC2 -> "ESME_RINVPARLEN";
            case 0xC3 -> "ESME_RMISSINGOPTPARAM";
            case 0xC4 -> "ESME_RINVOPTPARAMVAL";
            case 0xFE -> "ESME_RDELIVERYFAILURE";
            case 0xFF -> "ESME_RUNKNOWNERR";
            default -> "0x" + HexFormat.of().withUpperCase().toHexDigits(status);
        };
    }
}
