package org.esquive.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.esquive.message.PhoneNumber;
import org.junit.jupiter.api.Test;

/// What is drawn is what a phone reads.
class QrCodeTest {
    private static final Pattern STEP = Pattern.compile("m(-?\\d+) (-?\\d+)h(\\d+)");

    @Test
    void theDrawnCodeSaysTheNumber() throws Exception {
        QrCode code = QrCode.of(new PhoneNumber("+33639980010"));
        assertThat(new Decoder().decode(drawn(code)).getText()).isEqualTo("tel:+33639980010");
    }

    /// The modules as the pen leaves them.
    private static BitMatrix drawn(QrCode code) {
        int side = Integer.parseInt(code.box().split(" ")[2]) - 2 * 4;
        BitMatrix modules = new BitMatrix(side);
        int x = 0;
        int y = 0;
        for (MatchResult step : STEP.matcher(code.path()).results().toList()) {
            x += Integer.parseInt(step.group(1));
            y += Integer.parseInt(step.group(2));
            int run = Integer.parseInt(step.group(3));
            modules.setRegion(x, y, run, 1);
            x += run;
        }
        return modules;
    }
}
