package org.esquive.site;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.esquive.message.PhoneNumber;

/// The number as a square that phones read, drawn by one stroke of SVG. A quarter of it may be worn off or covered.
///
/// @param path the stroke of the dark modules, each one unit wide
/// @param box the view box, with the bright edge of four modules that readers need
record QrCode(String path, String box) {
    private static final int EDGE = 4;

    /// The code of a link that offers to call or keep the number.
    static QrCode of(PhoneNumber number) {
        try {
            return of(Encoder.encode("tel:" + number.e164(), ErrorCorrectionLevel.Q)
                    .getMatrix());
        } catch (WriterException impossible) {
            throw new IllegalStateException("twenty characters fit every code", impossible);
        }
    }

    /// A pen as wide as a module draws each row; from one stroke to the next it is told how far to go.
    private static QrCode of(ByteMatrix modules) {
        StringBuilder path = new StringBuilder("M0 0");
        int penX = 0;
        int penY = 0;
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = run(modules, x, y);
                if (run > 0) {
                    path.append('m').append(x - penX).append(' ').append(y - penY);
                    path.append('h').append(run);
                    x += run;
                    penX = x;
                    penY = y;
                }
            }
        }
        int side = modules.getWidth() + 2 * EDGE;
        return new QrCode(path.toString(), "-%d -%d.5 %d %d".formatted(EDGE, EDGE, side, side));
    }

    /// How many modules are dark from here to the right.
    private static int run(ByteMatrix modules, int x, int y) {
        int run = 0;
        while (x + run < modules.getWidth() && modules.get(x + run, y) == 1) {
            run++;
        }
        return run;
    }
}
