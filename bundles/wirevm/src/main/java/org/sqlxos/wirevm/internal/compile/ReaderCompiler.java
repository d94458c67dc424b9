package org.sqlxos.wirevm.internal.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.List;
import java.util.Map;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Length;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.TypeGrammar;

/** Compiles the fields of a message into the code that reads them into variables. */
public final class ReaderCompiler {

  private static final int INPUT = 1;
  private static final int SLOTS = 2;
  private static final int LISTENER = 3;

  private final CompiledClass made = new CompiledClass();

  private ReaderCompiler() {}

  public static MessageReader compile(List<Field> fields) {
    ReaderCompiler compiler = new ReaderCompiler();
    return compiler.made.make(
        MessageReader.class,
        code -> {
          compiler.fields(code, fields);
          code.return_();
        });
  }

  private void fields(CodeBuilder code, List<Field> fields) {
    fields.forEach(field -> field(code, field));
  }

  private void field(CodeBuilder code, Field field) {
    switch (field) {
      case Field.Constant constant -> skip(code, constant.form().bytes());
      case Field.Number number -> {
        number(code, number.form());
        store(code, number.place(), TypeKind.LONG);
      }
      case Field.Text text -> octets(code, text.length(), "Text", text.place());
      case Field.Bytes bytes -> octets(code, bytes.length(), "Bytes", bytes.place());
      case Field.LastNumber last -> {
        code.aload(INPUT);
        CompiledClass.callOn(
            code,
            BodyReader.class,
            last.length() instanceof Length.Terminated
                ? "takeTerminatedLastNumber"
                : "takeRestLastNumber");
        store(code, last.place(), TypeKind.LONG);
      }
      case Field.Texts texts -> {
        code.aload(INPUT);
        CompiledClass.callOn(code, BodyReader.class, "takeTexts");
        store(code, texts.place(), TypeKind.REFERENCE);
      }
      case Field.Literal literal ->
          skip(code, literal.text().length() + (literal.terminated() ? 1 : 0));
      case Field.Padding padding -> skip(code, padding.bytes());
      case Field.When when -> when(code, when);
      case Field.Repeat repeat -> repeat(code, repeat);
      case Field.Keyed keyed -> keyed(code, keyed);
      case Field.Type type -> {
        code.aload(INPUT);
        made.push(code, type.form(), NumberForm.Fixed.class);
        made.push(code, type.grammar(), TypeGrammar.class);
        CompiledClass.call(code, TypeGrammar.class, "read");
        store(code, type.place(), TypeKind.REFERENCE);
      }
      case Field.Columns columns -> {
        code.aload(INPUT).aload(SLOTS).aload(LISTENER);
        made.push(code, columns, Field.Columns.class);
        CompiledClass.call(code, Cells.class, "columns");
      }
      // They are read one by one, as somebody asks for them.
      case Field.Rows _ -> {}
      case Field.Tree tree -> {
        code.aload(INPUT).aload(SLOTS);
        made.push(code, tree, Field.Tree.class);
        CompiledClass.call(code, Trees.class, "read");
      }
      case Field.Count _, Field.Each _, Field.NullBits _ ->
          throw new IllegalStateException("a field that only rows and requests have");
    }
  }

  private static void skip(CodeBuilder code, int bytes) {
    code.aload(INPUT).loadConstant(bytes);
    CompiledClass.callOn(code, BodyReader.class, "skip");
  }

  /** Pushes the number as a long. */
  private static void number(CodeBuilder code, NumberForm form) {
    code.aload(INPUT);
    switch (form) {
      case NumberForm.Fixed fixed ->
          CompiledClass.callOn(code, BodyReader.class, Numbers.take(fixed));
      case NumberForm.Prefixed prefixed -> {
        code.loadConstant(prefixed.inline())
            .loadConstant(prefixed.none())
            .loadConstant(prefixed.two())
            .loadConstant(prefixed.three())
            .loadConstant(prefixed.eight());
        CompiledClass.callOn(code, BodyReader.class, "takePrefixed");
      }
    }
  }

  /** Reads text or bytes into a variable; what is not kept is passed over. */
  private static void octets(CodeBuilder code, Length length, String kind, int place) {
    if (place != Field.NOWHERE) {
      octets(code, length, kind);
      store(code, place, TypeKind.REFERENCE);
      return;
    }
    code.aload(INPUT);
    switch (length) {
      case Length.Rest _ -> CompiledClass.callOn(code, BodyReader.class, "skipRest");
      case Length.Terminated _ -> CompiledClass.callOn(code, BodyReader.class, "skipTerminated");
      case Length.Exactly exactly -> {
        code.loadConstant((long) exactly.bytes());
        CompiledClass.callOn(code, BodyReader.class, "skipLong");
      }
      case Length.Variable variable -> {
        code.aload(SLOTS).loadConstant(variable.place());
        CompiledClass.callOn(code, Slots.class, "number");
        CompiledClass.callOn(code, BodyReader.class, "skipLong");
      }
      case Length.Counted counted -> {
        number(code, counted.form());
        CompiledClass.callOn(code, BodyReader.class, "skipLong");
      }
    }
  }

  /** Pushes text or bytes. */
  private static void octets(CodeBuilder code, Length length, String kind) {
    switch (length) {
      case Length.Rest _ -> {
        code.aload(INPUT);
        CompiledClass.callOn(code, BodyReader.class, "takeRest" + kind);
      }
      case Length.Terminated _ -> {
        code.aload(INPUT);
        CompiledClass.callOn(code, BodyReader.class, "takeTerminated" + kind);
      }
      case Length.Exactly exactly -> {
        code.aload(INPUT).loadConstant((long) exactly.bytes());
        CompiledClass.callOn(code, BodyReader.class, "take" + kind);
      }
      case Length.Variable variable -> {
        code.aload(INPUT).aload(SLOTS).loadConstant(variable.place());
        CompiledClass.callOn(code, Slots.class, "number");
        CompiledClass.callOn(code, BodyReader.class, "take" + kind);
      }
      case Length.Counted counted -> {
        code.aload(INPUT);
        number(code, counted.form());
        CompiledClass.callOn(code, BodyReader.class, "take" + kind);
      }
    }
  }

  /** Stores what was pushed into a variable, or drops it. */
  private static void store(CodeBuilder code, int place, TypeKind kind) {
    if (place == Field.NOWHERE) {
      if (kind == TypeKind.LONG) {
        code.pop2();
      } else {
        code.pop();
      }
      return;
    }
    int value = code.allocateLocal(kind);
    code.storeLocal(kind, value);
    code.aload(SLOTS).loadConstant(place).loadLocal(kind, value);
    CompiledClass.callOn(code, Slots.class, kind == TypeKind.LONG ? "setNumber" : "setObject");
  }

  private void when(CodeBuilder code, Field.When when) {
    Label after = code.newLabel();
    code.aload(SLOTS).loadConstant(when.place());
    CompiledClass.callOn(code, Slots.class, "number");
    code.loadConstant(when.mask()).land().loadConstant(when.other()).lcmp();
    if (when.present()) {
      code.ifeq(after);
    } else {
      code.ifne(after);
    }
    fields(code, when.fields());
    code.labelBinding(after);
  }

  private void repeat(CodeBuilder code, Field.Repeat repeat) {
    int left = code.allocateLocal(TypeKind.LONG);
    Label test = code.newLabel();
    Label after = code.newLabel();
    code.aload(SLOTS).loadConstant(repeat.countPlace());
    CompiledClass.callOn(code, Slots.class, "number");
    code.lstore(left);
    code.labelBinding(test);
    code.lload(left).lconst_0().lcmp().ifle(after);
    fields(code, repeat.fields());
    if (repeat.event() != Event.NONE) {
      code.aload(LISTENER);
      made.push(code, repeat.event(), Event.class);
      code.aload(SLOTS);
      CompiledClass.callOn(code, EventListener.class, "on");
    }
    code.lload(left).lconst_1().lsub().lstore(left);
    code.goto_(test);
    code.labelBinding(after);
  }

  /** A loop over key bytes with a switch: each known key has its place in the code. */
  private void keyed(CodeBuilder code, Field.Keyed keyed) {
    Label next = code.newLabel();
    Label unknown = code.newLabel();
    Label after = code.newLabel();
    Map<Integer, Label> labels = new java.util.TreeMap<>();
    keyed.placeByKey().keySet().forEach(key -> labels.put(key, code.newLabel()));
    code.labelBinding(next);
    code.aload(INPUT);
    CompiledClass.callOn(code, BodyReader.class, "takeKey");
    int key = code.allocateLocal(TypeKind.INT);
    code.istore(key);
    code.iload(key).ifeq(after);
    code.iload(key)
        .lookupswitch(
            unknown,
            labels.entrySet().stream()
                .map(
                    entry ->
                        java.lang.classfile.instruction.SwitchCase.of(
                            entry.getKey(), entry.getValue()))
                .toList());
    labels.forEach(
        (known, label) -> {
          code.labelBinding(label);
          octets(code, keyed.length(), "Text");
          store(code, keyed.placeByKey().getOrDefault(known, Field.NOWHERE), TypeKind.REFERENCE);
          code.goto_(next);
        });
    code.labelBinding(unknown);
    octets(code, keyed.length(), "Text", Field.NOWHERE);
    code.goto_(next);
    code.labelBinding(after);
  }
}
