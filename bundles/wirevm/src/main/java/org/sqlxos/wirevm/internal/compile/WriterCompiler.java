package org.sqlxos.wirevm.internal.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Field.Part;
import org.sqlxos.wirevm.internal.protocol.Field.Subject;
import org.sqlxos.wirevm.internal.protocol.Length;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Compiles the fields of a message into the code that writes them, one after the other. */
public final class WriterCompiler {

  private static final int OUTPUT = 1;
  private static final int SLOTS = 2;
  private static final int BINDING = 3;
  private static final int INDEX = 4;

  private final CompiledClass made = new CompiledClass();

  private WriterCompiler() {}

  public static MessageWriter compile(List<Field> fields) {
    WriterCompiler compiler = new WriterCompiler();
    return compiler.made.make(
        MessageWriter.class,
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
      case Field.Constant constant ->
          number(code, constant.form(), () -> code.loadConstant(constant.value()));
      case Field.Number number -> number(code, number);
      case Field.Text text -> octets(code, text.length(), text.place());
      case Field.Bytes bytes -> octets(code, bytes.length(), bytes.place());
      case Field.Literal literal -> literal(code, literal);
      case Field.Padding padding -> padding(code, padding.bytes());
      case Field.When when -> when(code, when);
      case Field.Count count -> {
        count(code, count.subject());
        code.i2l();
        int scratch = code.allocateLocal(java.lang.classfile.TypeKind.LONG);
        code.lstore(scratch);
        number(code, count.form(), () -> code.lload(scratch));
      }
      case Field.Each each -> each(code, each);
      case Field.NullBits bits -> {
        code.aload(OUTPUT).aload(BINDING).loadConstant(bits.offset());
        CompiledClass.call(code, Values.class, "nullBits");
      }
      case Field.Tree tree -> {
        code.aload(OUTPUT).aload(SLOTS).aload(BINDING);
        made.push(code, tree, Field.Tree.class);
        CompiledClass.call(code, Trees.class, "write");
      }
      case Field.LastNumber _,
          Field.Repeat _,
          Field.Keyed _,
          Field.Texts _,
          Field.Rows _,
          Field.Type _,
          Field.Columns _ ->
          throw new IllegalStateException("a field that can only be read");
    }
  }

  /** Puts the long that {@code push} pushes. */
  private void number(CodeBuilder code, NumberForm form, Runnable push) {
    switch (form) {
      case NumberForm.Fixed fixed -> {
        code.aload(OUTPUT);
        push.run();
        if (fixed.bytes() < 8) {
          code.l2i();
        }
        CompiledClass.callOn(code, FrameOutput.class, Numbers.put(fixed));
      }
      case NumberForm.Prefixed prefixed -> {
        code.aload(OUTPUT);
        made.push(code, prefixed, NumberForm.Prefixed.class);
        push.run();
        CompiledClass.call(code, Numbers.class, "putPrefixed");
      }
    }
  }

  private void number(CodeBuilder code, Field.Number number) {
    number(
        code,
        number.form(),
        () -> {
          if (number.place() == Field.NOWHERE) {
            code.lconst_0();
          } else {
            code.aload(SLOTS).loadConstant(number.place());
            CompiledClass.callOn(code, Slots.class, "number");
          }
        });
  }

  /** Text or bytes from a variable. */
  private void octets(CodeBuilder code, Length length, int place) {
    code.aload(OUTPUT).aload(SLOTS).loadConstant(place);
    CompiledClass.callOn(code, Slots.class, "bytes");
    made.push(code, length, Length.class);
    CompiledClass.call(code, Texts.class, "put");
  }

  private void literal(CodeBuilder code, Field.Literal literal) {
    code.aload(OUTPUT).loadConstant(literal.text());
    CompiledClass.callOn(code, FrameOutput.class, "putUtf8");
    code.pop();
    if (literal.terminated()) {
      code.aload(OUTPUT).iconst_0();
      CompiledClass.callOn(code, FrameOutput.class, "putByte");
    }
  }

  private void padding(CodeBuilder code, int bytes) {
    code.aload(OUTPUT).loadConstant(bytes);
    CompiledClass.call(code, Texts.class, "zeros");
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

  private static void count(CodeBuilder code, Subject subject) {
    code.aload(BINDING);
    CompiledClass.callOn(
        code, Binding.class, subject == Subject.PARAMETER ? "parameters" : "columns");
  }

  private void each(CodeBuilder code, Field.Each each) {
    Label test = code.newLabel();
    Label after = code.newLabel();
    code.iconst_0().istore(INDEX);
    code.labelBinding(test);
    code.iload(INDEX);
    count(code, each.subject());
    code.if_icmpge(after);
    each.parts().forEach(part -> part(code, each.subject(), part));
    code.iinc(INDEX, 1);
    code.goto_(test);
    code.labelBinding(after);
  }

  private void part(CodeBuilder code, Subject subject, Part part) {
    switch (part) {
      case Part.FormatCode format ->
          number(
              code,
              format.form(),
              () -> {
                code.aload(BINDING).iload(INDEX);
                CompiledClass.callOn(
                    code,
                    Binding.class,
                    subject == Subject.PARAMETER ? "parameterFormat" : "columnFormat");
                code.i2l();
              });
      case Part.TypeCode type ->
          number(
              code,
              type.form(),
              () -> {
                code.aload(BINDING).iload(INDEX);
                CompiledClass.callOn(code, Binding.class, "parameterType");
              });
      case Part.Value value -> value(code, value);
      case Part.Cell _ -> throw new IllegalStateException("a part that only rows have");
      case Part.BareValue bare -> {
        code.aload(OUTPUT).aload(BINDING).iload(INDEX);
        made.push(code, new Values.Counted(bare.length(), -1), Values.Counted.class);
        CompiledClass.call(code, Values.class, "bare");
      }
    }
  }

  private void value(CodeBuilder code, Part.Value value) {
    code.aload(OUTPUT).aload(BINDING).iload(INDEX);
    if (value.length().equals(new NumberForm.Fixed(4, true, false))) {
      code.loadConstant((int) value.none());
      CompiledClass.call(code, Values.class, "countedByIntBig");
    } else {
      made.push(code, new Values.Counted(value.length(), value.none()), Values.Counted.class);
      CompiledClass.call(code, Values.class, "counted");
    }
  }
}
