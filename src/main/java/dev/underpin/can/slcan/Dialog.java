package dev.underpin.can.slcan;

import dev.underpin.serial.ByteLine;
import dev.underpin.time.Alarm;
import dev.underpin.time.Nanos;
import dev.underpin.time.Scheduler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Commands to an adapter and its answers, which come in the order of the commands; among them frames from the bus and news of its state. One
 * that stays out for a second is given up, with all that were sent behind it.
 */
final class Dialog implements ByteLine.Listener {
    /** How long an adapter may take to answer. */
    static final long LIMIT = Nanos.SECOND;

    /** What the adapter says without being asked. */
    interface News {
        void frame(SlcanText.Received received);

        /** A line such as {@code sb000000} or {@code e1a}, as Linux's slcan driver knows them. */
        void event(String line);

        /** The line is gone. */
        void lost(String how);
    }

    private record Pending(byte[] command, Predicate<String> answer, boolean others, long at, Consumer<Reply> then) {}

    private final Scheduler scheduler;
    private final ByteLine line;
    private final Window window;
    private final News news;
    private final Alarm late;
    private final LineSplitter splitter = new LineSplitter(this::line);
    private final Queue<Pending> pending = new ArrayDeque<>();
    private long garbage;
    private long unanswered;
    private String odd = "";

    Dialog(Scheduler scheduler, ByteLine line, Window window, News news) {
        this.scheduler = scheduler;
        this.line = line;
        this.window = window;
        this.news = news;
        late = scheduler.alarm(this::giveUp);
        line.listen(this);
    }

    /** Sends a command that is acknowledged or refused. */
    void tell(byte[] command, Consumer<Reply> then) {
        send(new Pending(command, text -> false, true, scheduler.now(), then));
    }

    /** Sends a command that is acknowledged or refused. */
    void tell(String command, Consumer<Reply> then) {
        tell(bytes(command), then);
    }

    /** Sends a command that is answered by a text which {@code answer} knows, or refused. */
    void ask(String command, Predicate<String> answer, Consumer<Reply> then) {
        send(new Pending(bytes(command), answer, true, scheduler.now(), then));
    }

    /** Sends a command and takes no notice of anything before the text that answers it, as nobody knows what else is under way. */
    void findAnswer(String command, Predicate<String> answer, Consumer<Reply> then) {
        send(new Pending(bytes(command), answer, false, scheduler.now(), then));
    }

    /** Sends a command whose answer nobody waits for. */
    void shout(String command) {
        line.write(bytes(command));
    }

    private static byte[] bytes(String command) {
        return (command + "\r").getBytes(StandardCharsets.US_ASCII);
    }

    private void send(Pending one) {
        pending.add(one);
        window.sent(one.command().length);
        if (pending.size() == 1) {
            late.in(LIMIT);
        }
        line.write(one.command());
    }

    @Override
    public void bytes(byte[] some) {
        splitter.add(some);
    }

    @Override
    public void lost(String how) {
        late.cancel();
        news.lost(how);
    }

    private void line(String text) {
        Pending head = pending.peek();
        if (text.equals(LineSplitter.BELL)) {
            answer(Reply.REFUSED);
        } else if (text.isEmpty() || text.equals("z") || text.equals("Z")) {
            answer(Reply.DONE);
        } else if (isEvent(text)) {
            news.event(text);
        } else {
            SlcanText.parse(text).ifPresentOrElse(news::frame, () -> {
                if (head != null && head.answer().test(text)) {
                    complete(new Reply(Reply.Kind.TEXT, text));
                } else {
                    garbage++;
                    odd = text;
                }
            });
        }
    }

    private static boolean isEvent(String text) {
        return text.matches("s[awpb][0-9]{6}|e[0-9][0-9A-Za-z]*");
    }

    private void answer(Reply reply) {
        Pending head = pending.peek();
        if (head == null) {
            garbage++;
        } else if (head.others()) {
            complete(reply);
        }
    }

    private void complete(Reply reply) {
        Pending head = pending.remove();
        window.answered(head.command().length, scheduler.now() - head.at());
        if (pending.isEmpty()) {
            late.cancel();
        } else {
            late.in(LIMIT);
        }
        head.then().accept(reply);
    }

    private void giveUp() {
        List<Pending> left = List.copyOf(pending);
        pending.clear();
        window.clear();
        unanswered += left.size();
        left.forEach(each -> each.then().accept(Reply.NONE));
    }

    /** Forgets what is under way: nobody hears of it any more. */
    void stop() {
        late.cancel();
        pending.clear();
        window.clear();
    }

    long garbage() {
        return garbage;
    }

    long unanswered() {
        return unanswered;
    }

    /** What was heard instead of an answer, in words that complete "found ...". */
    String heard(Reply reply) {
        return odd.isEmpty() || !reply.is(Reply.Kind.NONE)
                ? reply.words()
                : "'%s'".formatted(odd.replaceAll("[^ -~]", "?"));
    }
}
