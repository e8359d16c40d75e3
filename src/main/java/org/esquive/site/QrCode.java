package org.esquive.site;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import org.esquive.message.PhoneNumber;

/// The number as a square that phones read, drawn by one path of SVG. A quarter of it may be worn off or covered.
///
/// @param path the dark modules, each one unit wide
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

    private static QrCode of(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                int run = run(modules, x, y);
                if (run > 0) {
                    path.append('M').append(x).append(' ').append(y);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                    x += run;
                }
            }
        }
        int side = modules.getWidth() + 2 * EDGE;
        return new QrCode(path.toString(), "-%d -%d %d %d".formatted(EDGE, EDGE, side, side));
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
