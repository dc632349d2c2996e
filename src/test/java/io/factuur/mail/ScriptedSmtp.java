package io.factuur.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A mail server that misbehaves as told: refuses for good or for now, hangs, hangs up. Takes any number of calls. */
public final class ScriptedSmtp implements AutoCloseable {

    public enum Behaviour {
        ACCEPT,
        REFUSE_RECIPIENT_FOR_GOOD,
        REFUSE_RECIPIENT_FOR_NOW,
        REFUSE_TEXT_FOR_GOOD,
        HANG_UP_AT_RECIPIENT,
        /** Takes the whole text over and hangs up without a word: accepted, but nobody knows. */
        HANG_UP_AFTER_TEXT,
        /** Takes the whole text over and never answers. */
        HANG_AFTER_TEXT
    }

    private final ServerSocket socket;
    private final List<String> accepted = Collections.synchronizedList(new ArrayList<>());
    private volatile Behaviour behaviour;

    public ScriptedSmtp(Behaviour behaviour) throws IOException {
        this.behaviour = behaviour;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** The texts that were taken over, headers and all. */
    public List<String> accepted() {
        return List.copyOf(accepted);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket call = socket.accept();
                Thread.ofVirtual().start(() -> talk(call));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket call) {
        try (call;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(call.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = call.getOutputStream()) {
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                switch (verb) {
                    case "EHLO", "HELO" -> say(out, "250 scripted");
                    case "RCPT" -> {
                        if (behaviour == Behaviour.HANG_UP_AT_RECIPIENT) {
                            return;
                        }
                        say(out, recipientAnswer(line));
                    }
                    case "DATA" -> {
                        say(out, "354 go on");
                        String text = readText(in);
                        if (behaviour == Behaviour.REFUSE_TEXT_FOR_GOOD) {
                            say(out, "554 5.7.1 looks like spam");
                            continue;
                        }
                        accepted.add(text);
                        if (behaviour == Behaviour.HANG_UP_AFTER_TEXT) {
                            return;
                        }
                        if (behaviour == Behaviour.HANG_AFTER_TEXT) {
                            in.readLine();
                            return;
                        }
                        say(out, "250 2.0.0 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException callerGone) {
            // What the caller made of it is what the test looks at.
        }
    }

    private String recipientAnswer(String line) {
        String who = line.substring(line.indexOf('<'));
        return switch (behaviour) {
            case REFUSE_RECIPIENT_FOR_GOOD -> "550 5.1.1 " + who + " no such user here";
            case REFUSE_RECIPIENT_FOR_NOW -> "451 4.2.1 " + who + " is full, try later";
            default -> "250 ok";
        };
    }

    private static String readText(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
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
