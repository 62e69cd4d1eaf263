namespace AccountGraph.Storage.Sqlite;

internal static class ChangedFields
{
    public static Dictionary<string, object> Apply(Document document, IReadOnlyList<Change> changes)
    {
        var fields = new Dictionary<string, object>(document.Fields);
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.Set { Value: { } value } set:
                    fields[set.Field] = value;
                    break;
                case Change.Set removal:
                    fields.Remove(removal.Field);
                    break;
                case Change.Add add:
                    fields[add.Field] = checked(document.Integer(add.Field) + add.By);
                    break;
            }
        }

        return fields;
    }
}
