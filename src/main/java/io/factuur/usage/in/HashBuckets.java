package io.factuur.usage.in;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The difference of two multisets of any size in little memory: fingerprints are sorted into files by their first bits,
 * and the files compared one after the other.
 */
final class HashBuckets implements Closeable {

    private static final int BUCKETS = 64;

    private final List<Path> files = new ArrayList<>();
    private final List<DataOutputStream> before = new ArrayList<>();
    private final List<DataOutputStream> now = new ArrayList<>();
    private long missing;
    private BigDecimal missingCost = BigDecimal.ZERO;

    HashBuckets(Path folder) throws IOException {
        for (int i = 0; i < BUCKETS; i++) {
            before.add(open(folder));
            now.add(open(folder));
        }
    }

    private DataOutputStream open(Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "rows", ".hashes");
        files.add(file);
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 4096));
    }

    void before(Fingerprint print, BigDecimal cost) throws IOException {
        DataOutputStream out = before.get(bucket(print));
        out.writeLong(print.high());
        out.writeLong(print.low());
        byte[] number = cost.toString().getBytes(StandardCharsets.US_ASCII);
        out.writeByte(number.length);
        out.write(number);
    }

    void now(Fingerprint print, long row) throws IOException {
        DataOutputStream out = now.get(bucket(print));
        out.writeLong(print.high());
        out.writeLong(print.low());
        out.writeLong(row);
    }

    private static int bucket(Fingerprint print) {
        return (int) (print.high() >>> 58);
    }

    /** The numbers of the rows that were not there before. */
    BitSet fresh() throws IOException {
        BitSet fresh = new BitSet();
        for (int i = 0; i < BUCKETS; i++) {
            before.get(i).close();
            now.get(i).close();
            Map<Fingerprint, Integer> left = new HashMap<>();
            Map<Fingerprint, BigDecimal> costs = new HashMap<>();
            readBefore(files.get(2 * i), left, costs);
            readNow(files.get(2 * i + 1), left, fresh);
            left.forEach((print, count) -> {
                missing += count;
                missingCost = missingCost.add(
                        costs.getOrDefault(print, BigDecimal.ZERO).multiply(BigDecimal.valueOf(count)));
            });
        }
        return fresh;
    }

    private static void readBefore(Path file, Map<Fingerprint, Integer> left, Map<Fingerprint, BigDecimal> costs)
            throws IOException {
        try (DataInputStream in = read(file)) {
            while (in.available() > 0) {
                Fingerprint print = new Fingerprint(in.readLong(), in.readLong());
                left.merge(print, 1, Integer::sum);
                String cost = new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
                costs.putIfAbsent(print, new BigDecimal(cost));
            }
        }
    }

    private static void readNow(Path file, Map<Fingerprint, Integer> left, BitSet fresh) throws IOException {
        try (DataInputStream in = read(file)) {
            while (in.available() > 0) {
                Fingerprint print = new Fingerprint(in.readLong(), in.readLong());
                long row = in.readLong();
                Integer count = left.get(print);
                if (count == null) {
                    fresh.set(Math.toIntExact(row));
                } else if (count == 1) {
                    left.remove(print);
                } else {
                    left.put(print, count - 1);
                }
            }
        }
    }

    private static DataInputStream read(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    /** How many were there before and are no longer. */
    long missing() {
        return missing;
    }

    BigDecimal missingCost() {
        return missingCost;
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream out : before) {
            out.close();
        }
        for (DataOutputStream out : now) {
            out.close();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
