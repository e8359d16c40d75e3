package org.esquive.console.door;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// A QR code as one path of an SVG picture, a unit a module, with the quiet margin of four that readers want.
///
/// @param size of the picture, in modules
/// @param path what is dark
public record QrCode(int size, String path) {
    private static final int MARGIN = 4;

    /// The code that says something.
    static QrCode of(String what) {
        try {
            var hints = Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");
            ByteMatrix modules =
                    Encoder.encode(what, ErrorCorrectionLevel.M, hints).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        path.append('M')
                                .append(x + MARGIN)
                                .append(' ')
                                .append(y + MARGIN)
                                .append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(modules.getWidth() + 2 * MARGIN, path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }
}
