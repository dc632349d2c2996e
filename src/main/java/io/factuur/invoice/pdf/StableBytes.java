package io.factuur.invoice.pdf;

import io.factuur.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Replaces what the library fills with chance: the identifiers in a PDF's trailer and the tags of its subset fonts.
 * They are made from what the file says, so that the same invoice gives the same bytes.
 */
final class StableBytes {

    private static final byte[] ID = "/ID [<".getBytes(StandardCharsets.US_ASCII);
    /** How the names of the fonts begin that an invoice is set in. */
    private static final List<byte[]> FONTS = Stream.of(
                    "+OpenSans", "+NotoSans", "+NotoEmoji", "+DroidSansFallback", "+NanumSquare")
            .map(name -> name.getBytes(StandardCharsets.US_ASCII))
            .toList();

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
        for (int at = TAG_LENGTH; at < pdf.length; at++) {
            if (pdf[at] == '+' && isFont(pdf, at)) {
                for (int i = 0; i < TAG_LENGTH; i++) {
                    pdf[at - TAG_LENGTH + i] = (byte) (hash.length == 0 ? 'A' : 'A' + (hash[i] & 0xff) % 26);
                }
            }
        }
    }

    private static boolean isFont(byte[] pdf, int at) {
        return FONTS.stream().anyMatch(name -> isAt(pdf, at, name));
    }

    private static boolean isAt(byte[] pdf, int at, byte[] mark) {
        int end = at + mark.length;
        return end <= pdf.length && Arrays.equals(pdf, at, end, mark, 0, mark.length);
    }

    private static int find(byte[] pdf, byte[] mark, int from) {
        for (int at = from; at <= pdf.length - mark.length; at++) {
            if (pdf[at] == mark[0] && isAt(pdf, at, mark)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] sha256(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }
}
