package io.factuur.usage.out;

/** Tells Excel that the file is UTF-8. */
final class ByteOrderMark implements Block {

    private static final byte[] BYTES = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    @Override
    public void write(CsvBytes to) {
        to.write(BYTES, 0, BYTES.length);
    }
}
