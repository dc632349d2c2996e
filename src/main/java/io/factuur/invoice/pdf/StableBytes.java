package io.factuur.invoice.pdf;

import io.factuur.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Replaces what the library fills with chance: the identifiers in a PDF's trailer and the tags of its subset fonts.
 * They are made from what the file says, so that the same invoice gives the same bytes.
 */
final class StableBytes {

    private static final byte[] ID = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FONT = "+OpenSans".getBytes(StandardCharsets.US_ASCII);
    private static final int ID_LENGTH = 32;
    private static final int TAG_LENGTH = 6;

    private StableBytes() {}

    /** Works in place. */
    static byte[] of(byte[] pdf) {
        int id = find(pdf, ID, Math.max(0, pdf.length - 2_000));
        if (id < 0) {
            throw new IllegalStateException("This PDF has no identifier");
        }
        write(pdf, id, new byte[0]);
        writeTags(pdf, new byte[0]);
        byte[] hash = sha256(pdf);
        write(pdf, id, HexFormat.of().formatHex(hash, 0, ID_LENGTH / 2).getBytes(StandardCharsets.US_ASCII));
        writeTags(pdf, hash);
        return pdf;
    }

    /** Zeros where nothing is given. */
    private static void write(byte[] pdf, int id, byte[] hex) {
        for (int i = 0; i < ID_LENGTH; i++) {
            byte digit = hex.length == 0 ? (byte) '0' : hex[i];
            pdf[id + ID.length + i] = digit;
            pdf[id + ID.length + ID_LENGTH + 2 + i] = digit;
        }
    }

    private static void writeTags(byte[] pdf, byte[] hash) {
        for (int at = find(pdf, FONT, 0); at >= 0; at = find(pdf, FONT, at + 1)) {
            for (int i = 0; i < TAG_LENGTH; i++) {
                pdf[at - TAG_LENGTH + i] = (byte) (hash.length == 0 ? 'A' : 'A' + (hash[i] & 0xff) % 26);
            }
        }
    }

    private static int find(byte[] pdf, byte[] mark, int from) {
        for (int at = from; at <= pdf.length - mark.length; at++) {
            if (pdf[at] == mark[0] && Arrays.equals(pdf, at, at + mark.length, mark, 0, mark.length)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] sha256(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }
}
