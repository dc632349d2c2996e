package io.factuur.delivery;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** Takes every mail and keeps none: as fast as a server can be. */
final class LoopbackSmtp implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    private final AtomicLong taken = new AtomicLong();

    LoopbackSmtp() throws IOException {
        Thread.ofPlatform().daemon().start(this::listen);
    }

    int port() {
        return socket.getLocalPort();
    }

    long taken() {
        return taken.get();
    }

    void reset() {
        taken.set(0);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket call = socket.accept();
                call.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> talk(call));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket call) {
        try (call;
                BufferedInputStream in = new BufferedInputStream(call.getInputStream(), 65_536);
                OutputStream out = call.getOutputStream()) {
            say(out, "220 loopback");
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                String verb = line.substring(0, Math.min(4, line.length()));
                switch (verb) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        skipText(in);
                        taken.incrementAndGet();
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException callerGone) {
            // The bench counts what arrived.
        }
    }

    private static String line(BufferedInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    /** Reads to the line that holds nothing but a point. */
    private static void skipText(BufferedInputStream in) throws IOException {
        byte[] end = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);
        int matched = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            matched = next == end[matched] ? matched + 1 : next == end[0] ? 1 : 0;
            if (matched == end.length) {
                return;
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
