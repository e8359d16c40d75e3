package org.esquive.lab.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.esquive.channel.smpp.pdu.Address;
import org.esquive.channel.smpp.pdu.Content;
import org.esquive.channel.smpp.pdu.Envelope;
import org.esquive.channel.smpp.pdu.Pdu;
import org.esquive.channel.smpp.pdu.PduReader;
import org.esquive.channel.smpp.pdu.PduWriter;
import org.esquive.channel.smpp.pdu.TextCoding.Alphabet;
import org.esquive.channel.smpp.pdu.Tlvs;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What a PDU costs: a text read and understood, its acknowledgement and its reply written. As many are read and
/// written in one go as a busy link has at once; the figures are of one.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBench {
    private static final int AT_ONCE = 64;
    private static final int UCS_2 = 8;

    private static final Address SENDER = new Address(1, 1, "33639980001");
    private static final Address LINE = new Address(1, 1, "33639980010");
    private static final byte[] QUESTION = "slt tu fais quoi ce soir".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANSWER = "La personne qui vous a donne ce numero ne souhaite pas ce contact. Merci."
            .getBytes(StandardCharsets.US_ASCII);

    private final Pdu.Message delivered = message(Pdu.Carrier.DELIVER_SM, SENDER, LINE, 0, QUESTION);
    private final Pdu.Message inUcs2 = message(
            Pdu.Carrier.DELIVER_SM, SENDER, LINE, UCS_2, "ça va ? 👋 à ce soir".getBytes(StandardCharsets.UTF_16BE));
    private final Pdu.Message submitted = message(Pdu.Carrier.SUBMIT_SM, LINE, SENDER, 0, ANSWER);
    private final Pdu.MessageResponse acknowledged =
            new Pdu.MessageResponse(Pdu.Carrier.DELIVER_SM, 0, 7, "", Tlvs.NONE);

    private final byte[] arriving = written(delivered);
    private final PduWriter writer = new PduWriter();

    private static Pdu.Message message(Pdu.Carrier carrier, Address from, Address to, int dataCoding, byte[] text) {
        return new Pdu.Message(carrier, 7, Envelope.of(from, to, 0, dataCoding, 0), text, Tlvs.NONE);
    }

    private static byte[] written(Pdu pdu) {
        PduWriter writer = new PduWriter();
        var bytes = new ByteArrayOutputStream();
        try {
            writeMany(writer, pdu, bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("an array does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeMany(PduWriter writer, Pdu pdu, OutputStream out) throws IOException {
        for (int i = 0; i < AT_ONCE; i++) {
            writer.add(pdu);
        }
        writer.writeTo(out);
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public void readDeliverSm(Blackhole hole) throws IOException {
        PduReader reader = new PduReader(new ByteArrayInputStream(arriving), PduReader.LONGEST);
        for (int i = 0; i < AT_ONCE; i++) {
            hole.consume(reader.next());
        }
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public void writeSubmitSm() throws IOException {
        writeMany(writer, submitted, OutputStream.nullOutputStream());
    }

    @Benchmark
    @OperationsPerInvocation(AT_ONCE)
    public void writeDeliverSmResponse() throws IOException {
        writeMany(writer, acknowledged, OutputStream.nullOutputStream());
    }

    @Benchmark
    public Content contentInGsm() {
        return Content.of(delivered, Alphabet.GSM);
    }

    @Benchmark
    public Content contentInUcs2() {
        return Content.of(inUcs2, Alphabet.GSM);
    }
}
