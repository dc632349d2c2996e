package io.factuur;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes a picture of a page with at most 256 colours: a third of the bytes, and the eye sees no difference. */
final class SmallPng {

    private static final int MOST = 256;
    /** Bits of each colour that are dropped before counting, so that near ones count as one. */
    private static final int COARSE = 0xF8F8F8;

    private SmallPng() {}

    static void write(byte[] png, Path file) {
        try {
            BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
            IndexColorModel palette = palette(full);
            BufferedImage small =
                    new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette);
            Map<Integer, Integer> nearest = new HashMap<>();
            for (int y = 0; y < full.getHeight(); y++) {
                for (int x = 0; x < full.getWidth(); x++) {
                    int colour = full.getRGB(x, y);
                    small.getRaster()
                            .setSample(x, y, 0, nearest.computeIfAbsent(colour, wanted -> nearest(wanted, palette)));
                }
            }
            ImageIO.write(small, "png", file.toFile());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int nearest(int colour, IndexColorModel palette) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int at = 0; at < palette.getMapSize() && least > 0; at++) {
            int red = ((colour >> 16) & 0xFF) - palette.getRed(at);
            int green = ((colour >> 8) & 0xFF) - palette.getGreen(at);
            int blue = (colour & 0xFF) - palette.getBlue(at);
            int far = red * red + green * green + blue * blue;
            if (far < least) {
                least = far;
                best = at;
            }
        }
        return best;
    }

    /** The commonest colours, each as it most often is. */
    private static IndexColorModel palette(BufferedImage picture) {
        Map<Integer, Integer> often = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                often.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        Map<Integer, Map.Entry<Integer, Integer>> groups = new HashMap<>();
        often.entrySet()
                .forEach(colour -> groups.merge(
                        colour.getKey() & COARSE, colour, (one, two) -> one.getValue() >= two.getValue() ? one : two));
        List<Integer> chosen = groups.values().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
        byte[] red = new byte[chosen.size()];
        byte[] green = new byte[chosen.size()];
        byte[] blue = new byte[chosen.size()];
        for (int at = 0; at < chosen.size(); at++) {
            red[at] = (byte) (chosen.get(at) >> 16);
            green[at] = (byte) (chosen.get(at) >> 8);
            blue[at] = chosen.get(at).byteValue();
        }
        return new IndexColorModel(8, chosen.size(), red, green, blue);
    }
}
